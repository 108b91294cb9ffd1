package dev.bobbin.emulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTextsTest {

    private static final ServiceProfile PROFILE = ServiceProfiles.standard();

    private static PlainError explain(String name, String message, String properties) throws IOException {
        JsonNode node = new ObjectMapper().readTree(properties.replace('\'', '"'));
        return ErrorTexts.of(new ErrorEntry(name, message, node), 400, PROFILE);
    }

    static List<String> ids() {
        return List.copyOf(ErrorTexts.ids());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyEntrySaysWhatWhyAndWhatToDoInSentences(String id) throws IOException {
        PlainError error = id.startsWith("exception")
                ? explain(
                        "InternalError",
                        "m.",
                        "{'error_type': '" + id.replaceFirst("exception\\.?", "") + "', 'error_message': 'm.'}")
                : null;

        if (error != null) {
            assertThat(error.id()).isEqualTo(id);
            assertThat(List.of(error.what(), error.why(), error.todo()))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{error"));
            assertThat(error.why()).endsWith(".");
            assertThat(error.todo()).matches("(?s).*[.}]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MissingInput|m|{'parameter_name': 'age', 'parameter_type': 'int'}|missing-input|age",
                "InvalidInput|m|{'parameter_name': 'age', 'parameter_type': 'int', 'parameter_value': 'x'}|invalid-input|age",
                "InvalidInput|m|{'reason': 'it is a list'}|invalid-body|it is a list",
                "UserThrown|You must be 18.|{'age': 3}|user-thrown|You must be 18.",
                "ResponseTooLarge|m|{}|response-too-large|30 MB",
                "RequestTooLarge|m|{'size': 9, 'limit': 8}|request-too-large|9 bytes",
                "InternalError|m|{'error_type': 'KeyError', 'error_message': 'k'}|exception.KeyError|KeyError: k",
                "InternalError|m|{'error_type': 'pyodbc.IntegrityError', 'error_message': 'k'}|exception.IntegrityError|k",
                "InternalError|m|{'error_type': 'MyOwn', 'error_message': 'k'}|exception|MyOwn: k",
                "InternalError|m|{'reason': 'gone', 'parameter_name': 'db'}|connection|db",
                "InternalError|m|{'reason': 'killed'}|engine-lost|killed",
                "InternalError|There is no user data function named 'x' in this item.|{}|unknown-function|named 'x'",
                "InternalError|m|{}|internal|m",
                "InvalidRequestLine|no JSON|{}|invalid-request-line|no JSON"
            })
    void choosesTheEntryAndFillsItIn(String name, String message, String properties, String id, String what)
            throws IOException {
        PlainError error = explain(name, message, properties);

        assertThat(error.id()).isEqualTo(id);
        assertThat(error.what()).contains(what);
        assertThat(error.what() + error.why() + error.todo())
                .doesNotContain("{parameter", "{reason", "{http", "{limit");
        assertThat(error.technical()).startsWith(name + ": " + message);
    }

    @Test
    void namesTheLimitThatEndedTheCall() {
        PlainError error = ErrorTexts.of(ErrorCatalogue.timeout(Duration.ofMillis(1500)), 408, PROFILE);

        assertThat(error.what()).contains("within 1.5 seconds");
        assertThat(error.why()).contains("408");
    }

    @Test
    void explainsEveryErrorOfAnAnswerAndSurvivesOddOnes() {
        ErrorEntry odd = new ErrorEntry("Unheard-of", "$1 \\ {message}", JsonNodeFactory.instance.objectNode());
        Envelope envelope = new Envelope("f", "id", Status.FAILED, Envelope.NO_OUTPUT, List.of(odd, odd));

        assertThat(ErrorTexts.of(envelope, 500, PROFILE))
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.what()).contains("$1 \\ {message}"));
    }
}
