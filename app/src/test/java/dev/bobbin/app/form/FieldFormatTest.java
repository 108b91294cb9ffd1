package dev.bobbin.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.signature.ParamType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the form sends for a text, and what it says the service would refuse. */
class FieldFormatTest {

    private static final FieldFormat TEXT = FieldFormat.of(new ParamType.Str());
    private static final FieldFormat INT = FieldFormat.of(new ParamType.Int());
    private static final FieldFormat FLOAT = FieldFormat.of(new ParamType.Float());
    private static final FieldFormat DATE_TIME = FieldFormat.of(new ParamType.DateTime());
    private static final FieldFormat LIST = FieldFormat.of(new ParamType.ListOf(null));
    private static final FieldFormat DICT = FieldFormat.of(new ParamType.Dict(null));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`say \"hi\"`, `\"say \\\"hi\\\"\"`", "``, `\"\"`", "5, `\"5\"`", "ä€, `\"ä€\"`"})
    void anyTextIsSentAsAJsonString(String text, String json) {
        assertThat(TEXT.read(text)).isEqualTo(new Reading.Accepted(json));
    }

    @ParameterizedTest
    @CsvSource({"42,42", "-7,-7", "+7,7", "' 12 ',12", "007,7", "0,0", "-0,-0"})
    void wholeNumbersAreSentAsJsonNumbers(String text, String json) {
        assertThat(INT.read(text)).isEqualTo(new Reading.Accepted(json));
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807,false", "9223372036854775808,true", "123456789012345678901234567890,true"})
    void wholeNumbersBeyond64BitsAreSentWithARemark(String text, boolean remark) {
        Reading.Sent reading = INT.read(text);
        assertThat(reading.json()).isEqualTo(text);
        assertThat(reading.message() != null).isEqualTo(remark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "0.12345678901234567890"})
    void whatAFloatCannotHoldIsSentWithARemark(String text) {
        assertThat(FLOAT.read(text)).isInstanceOf(Reading.Accepted.class);
        assertThat(FLOAT.read(text).message()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"12.7,12", "-12.7,-12", "1e3,1000"})
    void aFractionIsSentWithAWarningThatTheServiceCutsIt(String text, String whole) {
        Reading.Sent reading = INT.read(text);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        assertThat(reading.json()).isEqualTo(text);
        assertThat(reading.message()).contains(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,5", "1_0_", "0x10", "1e999", "--1"})
    void whatIsNoWholeNumberIsRefusedButCanBeSentAllTheSame(String text) {
        Reading.Sent reading = INT.read(text);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(reading.message()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"2.5,2.5", "1e3,1e3", "-0.0,-0.0", "nan,`\"nan\"`", "-inf,`\"-inf\"`", ".5,`\".5\"`", "5.,`\"5.\"`"
            })
    void decimalsAreSentAsNumbersOrAsTextThatPythonReads(String text, String json) {
        assertThat(FLOAT.read(text)).isEqualTo(new Reading.Accepted(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,5", "1e", "."})
    void whatPythonDoesNotReadAsAFloatIsRefused(String text) {
        assertThat(FLOAT.read(text)).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-29",
                "20260329",
                "2026-03-29T14:30:00",
                "2026-03-29 14:30",
                "2026-03-29T14",
                "2026-03-29T14:30:00Z",
                "2026-03-29T14:30:00.123456+02:00",
                "20260329T143000",
                "2026-W13-7",
                "2026-W13",
                "2024-02-29T00:00:00-05:30"
            })
    void isoDatesAndTimesAreAccepted(String text) {
        assertThat(DATE_TIME.read(text)).isEqualTo(new Reading.Accepted("\"" + text + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "29.03.2026",
                "2026-02-30",
                "2026-03-29T25:00:00",
                "2026-03-29T",
                "tomorrow",
                "2026-3-9",
                "2026-03-29T14:30:61"
            })
    void whatIsNoIsoDateTimeIsRefused(String text) {
        assertThat(DATE_TIME.read(text)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void onlyALongNumberIsSaidToHaveTooManyDigits() {
        assertThat(INT.read("9".repeat(5000)).message()).contains("4,300 digits");
        assertThat(FLOAT.read("9".repeat(5000)).message()).contains("4,300 digits");
        assertThat(INT.read("word ".repeat(1000)).message())
                .isEqualTo(INT.read("word").message());
        assertThat(FLOAT.read("word ".repeat(1000)).message())
                .isEqualTo(FLOAT.read("word").message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[1, \"two\", null]", " [NaN] "})
    void listsAreSentAsWritten(String text) {
        assertThat(LIST.read(text)).isEqualTo(new Reading.Accepted(text.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "\"text\"", "[1,", "[1] [2]", "null"})
    void whatIsNoListIsRefused(String text) {
        assertThat(LIST.read(text)).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1}"})
    void anObjectForAListIsSentWithAWarning(String text) {
        assertThat(LIST.read(text)).isInstanceOf(Reading.Accepted.class);
        assertThat(LIST.read(text).message()).contains("keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "{\"a\": }"})
    void whatIsNoObjectIsRefusedForADict(String text) {
        assertThat(DICT.read(text)).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\": }|1|7"})
    void badJsonNamesLineAndColumn(String text, String line, String column) {
        assertThat(DICT.read(text).message()).contains("line " + line).contains("column " + column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "[]", "\"x\""})
    void noValueHelpsATypeTheServiceCannotBind(String text) {
        assertThat(FieldFormat.of(new ParamType.Missing()).read(text)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void whatIsNestedTooDeeplyIsRefusedWhileItIsTyped() {
        assertThat(LIST.read("[".repeat(100_000)))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.message()).contains("nested too deeply"));
    }
}
