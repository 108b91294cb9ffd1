package dev.bobbin.emulator.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Example files by hand: what is of the wrong kind is refused in words, for it would be an expectation that never fails. */
class ExampleJsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"function": "f", "expect": {"ignored": "/id"}}                | "ignored" needs a list, and a text stands there
            {"function": "f", "expect": {"ignored": [1]}}                  | "ignored" needs places as texts, such as "/id", and the number 1 stands there
            {"function": "f", "expect": {"httpStatus": "abc"}}             | "httpStatus" needs a whole number, and a text stands there
            {"function": "f", "expect": {"httpStatus": 1.5}}               | "httpStatus" needs a whole number, and the number 1.5 stands there
            {"function": "f", "expect": {"httpStatus": 99999999999}}       | "httpStatus" needs a whole number, and the number 99999999999 stands there
            {"function": "f", "expect": {"errors": "MissingInput"}}        | "errors" needs a list, and a text stands there
            {"function": "f", "expect": {"errors": ["MissingInput"]}}      | "errors" needs objects with a "name" and a "message", and a text stands there
            {"function": "f", "expect": {"errors": [{"name": []}]}}        | "name" needs a text, and a list stands there
            {"function": "f", "expect": {"status": 200}}                   | "status" needs a text, and the number 200 stands there
            {"function": "f", "user": "bob", "expect": {}}                 | "user" needs an object, and a text stands there
            {"function": "f", "user": {"Oid": 1}, "expect": {}}            | "Oid" needs a text, and the number 1 stands there
            {"function": "f", "name": {"a": 1}, "expect": {}}              | "name" needs a text, and an object stands there
            {"function": "f", "name": null, "expect": {}}                  | "name" needs a text, and null stands there
            {"function": "f", "profile": true, "expect": {}}               | "profile" needs a text, and true stands there
            {"function": "f", "rawBody": {"a": 1}, "expect": {}}           | "rawBody" needs a text, and an object stands there
            """)
    void aValueOfTheWrongKindIsRefused(String text, String reason) {
        assertThatThrownBy(() -> ExampleJson.read(text, "file"))
                .isInstanceOf(IOException.class)
                .hasMessage(reason);
    }

    @Test
    void whatIsWrittenIsReadAsItWas() throws IOException {
        Example example = ExampleJson.read("""
                {"function": "f", "input": [1, {"a": 2.50}], "user": {"Oid": "o"},
                 "expect": {"status": "BadRequest", "httpStatus": 400, "output": null, "errors": [{"name": "n"}], "ignored": ["/a/*"]}}
                """, "file");

        assertThat(ExampleJson.read(ExampleJson.write(example), "other")).isEqualTo(example);
    }
}
