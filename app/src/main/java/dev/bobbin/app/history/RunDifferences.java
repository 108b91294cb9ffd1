package dev.bobbin.app.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.app.text.Json;
import dev.bobbin.emulator.example.Difference;
import dev.bobbin.emulator.example.OutputDiff;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.journal.RunJson;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.service.ErrorEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where two runs differ: first what was answered, then what was asked and under which circumstances. Places are pointers as
 * into the answer, such as {@code /status}, {@code /errors/0/message}, {@code /input/name}. What differs with every run, as
 * its time, is left out. Words, such as a status, stand as they are; values are JSON, in which a text is told from a number.
 */
final class RunDifferences {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int HASH_SHOWN = 8;

    private final List<Difference> found = new ArrayList<>();

    private RunDifferences() {}

    /** @throws IOException when a kept answer is no JSON, which only a damaged journal has */
    static List<Difference> of(RunRecord earlier, RunRecord later) throws IOException {
        RunDifferences differences = new RunDifferences();
        differences.answers(earlier, later);
        differences.circumstances(earlier, later);
        return List.copyOf(differences.found);
    }

    private void answers(RunRecord earlier, RunRecord later) throws IOException {
        RunSummary before = earlier.summary();
        RunSummary after = later.summary();
        words("/functionName", before.function(), after.function());
        words("/status", before.status(), after.status());
        words("/httpStatus", http(before), http(after));
        values("/errors", errors(earlier), errors(later));
        values("/output", earlier.answer().outputJson(), later.answer().outputJson());
        values("/logs", logs(earlier), logs(later));
    }

    private void circumstances(RunRecord earlier, RunRecord later) throws IOException {
        String before = earlier.input().body();
        String after = later.input().body();
        if (isJson(before) && isJson(after)) {
            values("/input", before, after);
        } else {
            words("/input", before, after);
        }
        words("/code", hash(earlier), hash(later));
        words("/engine", earlier.input().engine(), later.input().engine());
        words("/profile", earlier.input().profile(), later.input().profile());
        words(
                "/user",
                earlier.input().user().preferredUsername(),
                later.input().user().preferredUsername());
        values(
                "/badDays",
                RunJson.write(earlier.input().circumstances().badDays()),
                RunJson.write(later.input().circumstances().badDays()));
        values(
                "/valueSets",
                RunJson.write(earlier.input().circumstances().valueSets()),
                RunJson.write(later.input().circumstances().valueSets()));
    }

    private void words(String place, String before, String after) {
        if (!before.equals(after)) {
            found.add(new Difference(place, before, after));
        }
    }

    private void values(String place, String before, String after) throws IOException {
        if (!before.equals(after)) {
            found.addAll(OutputDiff.compare(before, after, place));
        }
    }

    private static String http(RunSummary run) {
        // A stopped run has none.
        return run.httpStatus() == 0 ? "" : String.valueOf(run.httpStatus());
    }

    private static String errors(RunRecord run) {
        ArrayNode errors = NODES.arrayNode();
        for (ErrorEntry error : run.answer().errors()) {
            errors.addObject()
                    .put("name", error.name())
                    .put("message", error.message())
                    .set("properties", error.properties());
        }
        return errors.toString();
    }

    private static String logs(RunRecord run) {
        ArrayNode lines = NODES.arrayNode();
        for (LogLine line : run.logs()) {
            lines.add("[" + line.level() + "] " + line.message());
        }
        return lines.toString();
    }

    private static String hash(RunRecord run) {
        String hash = run.summary().codeHash();
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }

    private static boolean isJson(String body) {
        try {
            Json.check(body);
            return true;
        } catch (JsonProcessingException _) {
            return false;
        }
    }
}
