package dev.bobbin.emulator.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.service.ErrorEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        compare(found, "/httpStatus", "" + expected.httpStatus(), "" + answered.httpStatus());
        List<ErrorEntry> errors = answered.envelope().errors();
        for (int i = 0; i < Math.max(errors.size(), expected.errors().size()); i++) {
            String place = "/errors/" + i;
            if (i >= expected.errors().size()) {
                found.add(new Difference(place, "", quoted(errors.get(i).message())));
            } else if (i >= errors.size()) {
                found.add(new Difference(place, quoted(expected.errors().get(i).message()), ""));
            } else {
                compare(
                        found,
                        place + "/name",
                        expected.errors().get(i).name(),
                        errors.get(i).name());
                compare(
                        found,
                        place + "/message",
                        expected.errors().get(i).message(),
                        errors.get(i).message());
            }
        }
        if (!expected.output().isMissingNode()) {
            JsonNode output = ExampleJson.parse(answered.envelope().outputJson());
            found.addAll(OutputDiff.compare(expected.output(), output, expected.ignored(), "/output"));
        }
        return found;
    }

    /**
     * What this answer would be expected to be, were it approved.
     *
     * @throws IOException when the output is no JSON
     */
    static Expectation expectation(InvocationResult.Answered answered, Redaction redaction, Set<String> ignored)
            throws IOException {
        return new Expectation(
                answered.envelope().status().wireName(),
                answered.httpStatus(),
                redaction.mask(ExampleJson.parse(answered.envelope().outputJson())),
                answered.envelope().errors().stream()
                        .map(error -> new Expectation.ExpectedError(error.name(), redaction.mask(error.message())))
                        .toList(),
                ignored);
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
