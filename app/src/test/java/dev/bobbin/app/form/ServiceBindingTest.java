package dev.bobbin.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bobbin.app.text.JsonValues;
import dev.bobbin.emulator.signature.ParamType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service would bind of any JSON. */
class ServiceBindingTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "12|true",
                "12.7|true",
                "true|true",
                "`\" 12 \"`|true",
                "`\"12.5\"`|false",
                "null|false",
                "[]|false",
                "NaN|false"
            })
    void wholeNumbers(String json, boolean bound) throws JsonProcessingException {
        check(new ParamType.Int(), json, bound);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "null|true",
                "`\"\"`|true",
                "`\"FALSE\"`|true",
                "0|true",
                "1|true",
                "2|false",
                "`\"yes\"`|false",
                "{}|false"
            })
    void trueOrFalse(String json, boolean bound) throws JsonProcessingException {
        check(new ParamType.Bool(), json, bound);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {"[1]|true", "`\"[1]\"`|true", "{}|true", "1|false", "null|false"})
    void lists(String json, boolean bound) throws JsonProcessingException {
        check(new ParamType.ListOf(null), json, bound);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {"`\"2026-03-29\"`|true", "`\"2026-02-30\"`|false", "20260329|false"})
    void datesAndTimes(String json, boolean bound) throws JsonProcessingException {
        check(new ParamType.DateTime(), json, bound);
    }

    private static void check(ParamType type, String json, boolean bound) throws JsonProcessingException {
        assertThat(ServiceBinding.refusal(type, JsonValues.read(json)) == null)
                .as(json)
                .isEqualTo(bound);
    }
}
