package dev.bobbin.emulator.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.example.Expectation.ExpectedError;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.service.ErrorEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares answers with expectations, and makes expectations of answers. */
final class Judgement {

    private Judgement() {}

    /**
     * Where an answer is not what was expected.
     *
     * @throws IOException when the output is no JSON
     */
    static List<Difference> differences(Expectation expected, InvocationResult.Answered answered) throws IOException {
        List<Difference> found = new ArrayList<>();
        compare(
                found,
                "/status",
                expected.status(),
                answered.envelope().status().wireName());
        @Nullable Integer httpStatus = expected.httpStatus();
        if (httpStatus != null && httpStatus != answered.httpStatus()) {
            found.add(new Difference("/httpStatus", "" + httpStatus, "" + answered.httpStatus()));
        }
        @Nullable List<ExpectedError> errors = expected.errors();
        if (errors != null) {
            compareErrors(found, errors, answered.envelope().errors());
        }
        if (!expected.output().isMissingNode()) {
            JsonNode output = ExampleJson.parse(answered.envelope().outputJson());
            found.addAll(OutputDiff.compare(expected.output(), output, expected.ignored(), "/output"));
        }
        return found;
    }

    private static void compareErrors(List<Difference> found, List<ExpectedError> expected, List<ErrorEntry> errors) {
        for (int i = 0; i < Math.max(errors.size(), expected.size()); i++) {
            String place = "/errors/" + i;
            if (i >= expected.size()) {
                found.add(new Difference(place, "", quoted(errors.get(i).message())));
            } else if (i >= errors.size()) {
                found.add(new Difference(place, quoted(expected.get(i).message()), ""));
            } else {
                compare(
                        found,
                        place + "/name",
                        expected.get(i).name(),
                        errors.get(i).name());
                compare(
                        found,
                        place + "/message",
                        expected.get(i).message(),
                        errors.get(i).message());
            }
        }
    }

    /**
     * What this answer would be expected to be, were it approved in place of what was expected so far. What did not matter
     * does not matter then either, and marks that hold stay.
     *
     * @throws IOException when the output is no JSON
     */
    static Expectation expectation(InvocationResult.Answered answered, Redaction redaction, Expectation before)
            throws IOException {
        JsonNode output = before.output();
        if (!output.isMissingNode()) {
            JsonNode actual = ExampleJson.parse(answered.envelope().outputJson());
            output = new Marks(new IgnoredPlaces(before.ignored())).keep(output, actual, redaction.mask(actual));
        }
        return new Expectation(
                answered.envelope().status().wireName(),
                before.httpStatus() == null ? null : answered.httpStatus(),
                output,
                errors(answered.envelope().errors(), redaction, before.errors()),
                before.ignored());
    }

    private static @Nullable List<ExpectedError> errors(
            List<ErrorEntry> errors, Redaction redaction, @Nullable List<ExpectedError> before) {
        if (before == null) {
            return null;
        }
        List<ExpectedError> expected = new ArrayList<>();
        for (ErrorEntry error : errors) {
            String masked = redaction.mask(error.message());
            int place = expected.size();
            expected.add(new ExpectedError(
                    error.name(),
                    place < before.size() ? Marks.keep(before.get(place).message(), error.message(), masked) : masked));
        }
        return expected;
    }

    private static void compare(List<Difference> found, String place, String expected, String actual) {
        if (!Placeholder.matches(expected, actual)) {
            found.add(new Difference(place, quoted(expected), quoted(actual)));
        }
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
