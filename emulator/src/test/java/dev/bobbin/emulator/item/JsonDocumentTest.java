package dev.bobbin.emulator.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

    private static JsonPointer at(String pointer) {
        return JsonPointer.compile(pointer);
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void replacesAValueAndNothingElse() throws Exception {
        String text = "\uFEFF{ \"b\" :1.50,\r\n\t\"a\": [true ,{\"x\":\"é\"} ],\"b2\":null}  \r\n";

        assertThat(JsonDocument.of(text).set(at("/a/1/x"), json("\"new\"")).text())
                .isEqualTo(text.replace("\"é\"", "\"new\""));
    }

    @Test
    void addsAMemberInTheStyleOfTheOthers() throws Exception {
        JsonDocument document = JsonDocument.of("{\n    \"a\" : 1,\n    \"b\" : {\n        \"c\" : 2\n    }\n}\n");

        assertThat(document.set(at("/b/d"), json("[1, {\"e\": 2}]")).text()).isEqualTo("""
                        {
                            "a" : 1,
                            "b" : {
                                "c" : 2,
                                "d" : [
                                    1,
                                    {
                                        "e" : 2
                                    }
                                ]
                            }
                        }
                        """);
    }

    @Test
    void keepsWindowsLineEndsAndTabsInNewLines() throws Exception {
        JsonDocument document = JsonDocument.of("{\r\n\t\"functions\": []\r\n}");

        assertThat(document.insert(at("/functions"), 0, json("{\"name\": \"f\"}"))
                        .text())
                .isEqualTo("{\r\n\t\"functions\": [\r\n\t\t{\r\n\t\t\t\"name\": \"f\"\r\n\t\t}\r\n\t]\r\n}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|[9, 1, 2]", "1|[1, 9, 2]", "2|[1, 2, 9]"})
    void insertsIntoAnArray(int index, String expected) throws Exception {
        assertThat(JsonDocument.of("[1, 2]").insert(at(""), index, json("9")).text())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/a|{'b': 2, 'c': 3}", "/b|{'a': 1, 'c': 3}", "/c|{'a': 1, 'b': 2}"})
    void removesAMemberWithItsComma(String pointer, String expected) {
        assertThat(JsonDocument.of("{'a': 1, 'b': 2, 'c': 3}".replace('\'', '"'))
                        .remove(at(pointer))
                        .text())
                .isEqualTo(expected.replace('\'', '"'));
    }

    @Test
    void removesTheOnlyElement() {
        assertThat(JsonDocument.of("{\"a\": [\n  1\n]}").remove(at("/a/0")).text())
                .isEqualTo("{\"a\": []}");
    }

    @Test
    void refusesPlacesThatAreNotThere() throws Exception {
        JsonDocument document = JsonDocument.of("{\"a\": [1]}");
        JsonNode value = json("1");

        assertThatThrownBy(() -> document.set(at("/x/y"), value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> document.insert(at("/x"), 0, value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> document.insert(at("/a"), 3, value)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> document.remove(at("/a/1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recoversEverythingAroundMissingCommasTrailingCommasAndComments() throws Exception {
        JsonDocument document = JsonDocument.of("""
                {
                  // who
                  "a": [
                    {"x": 1}
                    {"x": 2}
                  ],
                  "b": [1 2,],
                  "c": "//" /* why */
                }
                """);

        assertThat(document.root().orElseThrow().toNode())
                .isEqualTo(json("{\"a\": [{\"x\": 1}, {\"x\": 2}], \"b\": [1, 2], \"c\": \"//\"}"));
        assertThat(document.problems())
                .extracting(problem -> document.line(problem.offset()) + ":" + document.column(problem.offset()) + " "
                        + problem.message())
                .containsExactly(
                        "2:3 JSON files cannot hold comments: remove this one.",
                        "5:5 A comma is missing between two objects: put one before this place.",
                        "7:11 A comma is missing between two entries: put one before this place.",
                        "7:12 The comma after the last entry is one too many: remove it.",
                        "8:13 JSON files cannot hold comments: remove this one.");
    }

    @Test
    void keepsWhatStandsBeforeSomethingUnreadable() throws Exception {
        JsonDocument document = JsonDocument.of("{\"a\": [1, {\"b\": 2}], \"c\": oops, \"d\": 3}");

        assertThat(document.root().orElseThrow().toNode()).isEqualTo(json("{\"a\": [1, {\"b\": 2}]}"));
        assertThat(document.problems()).hasSize(1);
        assertThat(document.column(document.problems().getFirst().offset())).isEqualTo(27);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|The file is empty; it should hold at least {}.",
                "{|The file ends too early: a closing bracket or quotation mark is missing.",
                "[1, \"a|The file ends too early: a closing bracket or quotation mark is missing.",
                "{\"a\" 1}|This is not valid JSON: '1' is unexpected here.",
                "{} x|This is not valid JSON: 'x' is unexpected here."
            })
    void explainsInPlainWords(String text, String message) {
        assertThat(JsonDocument.of(text).problems())
                .extracting(problem -> problem.message().english())
                .containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\uD83D",
                "-",
                "[[[[",
                "\"\\u12",
                "1e999999999",
                "{\"a\":1",
                "tru",
                "/",
                "/*",
                "[1//\n2]"
            })
    void neverFails(String text) {
        assertThat(JsonDocument.of(text).text()).isEqualTo(text);
        assertThat(JsonDocument.of("[".repeat(5000) + text).problems()).isNotEmpty();
    }
}
