package dev.bobbin.emulator.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFaultTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"a\": <b>}|1, column 7", "`[1,\n 2`|2, column 3"})
    void thePlaceIsNamedAndNothingOfTheParser(String text, String place) {
        assertThat(JsonFault.words(fault(text)).english())
                .isEqualTo("is not valid JSON: line " + place + " is unexpected, or something before it is not closed");
    }

    static Stream<String> tooLarge() {
        return Stream.of("[".repeat(100_000), "[" + "9".repeat(100_000) + "]");
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void whatIsTooDeepOrTooLongHasNoPlace(String text) {
        assertThat(JsonFault.words(fault(text)).english()).startsWith("is nested too deeply, or holds a number");
    }

    @Test
    void whatLacksPartsIsSaidWithoutNamesOfClasses() {
        JsonProcessingException fault =
                catchThrowableOfType(JsonProcessingException.class, () -> JSON.readValue("[1]", Stop.class));

        assertThat(JsonFault.words(fault).english())
                .startsWith("is not valid JSON")
                .doesNotContain("Stop");
    }

    private static JsonProcessingException fault(String text) {
        return catchThrowableOfType(JsonProcessingException.class, () -> JSON.readTree(text));
    }

    private record Stop(String name) {}
}
