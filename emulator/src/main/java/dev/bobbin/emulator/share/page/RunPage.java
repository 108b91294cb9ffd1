package dev.bobbin.emulator.share.page;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.share.SecretMask;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.WholeFile;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A run as one page of HTML that needs nothing else: no scripts, no pictures, no network. Secrets are masked. */
public final class RunPage {

    private static final int MOST_LOG_LINES = 5_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);

    /** A shorter wait for an engine nobody asks about. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private final Html html = new Html();

    private RunPage() {}

    /**
     * Writes the page of a run, readable by its user only where the platform can tell.
     *
     * @throws IOException when the secrets to mask cannot be read, or the file cannot be written
     */
    public static void write(RunRecord run, ItemFolder item, Workspace workspace, Path file) throws IOException {
        WholeFile.writePrivate(file, of(run, item.displayName(), SecretMask.of(item, workspace)));
    }

    /** The page. @param itemName shown in its heading @param mask knows the secrets of the item */
    public static String of(RunRecord whole, String itemName, SecretMask mask) {
        // Masked first: a secret must not be found in pieces.
        RunRecord run = mask.run(whole);
        Optional<FunctionSignature> function =
                SourceParser.outline(run.code()).function(run.summary().function());
        RunPage page = new RunPage();
        page.head(run.summary(), itemName);
        page.facts(run, itemName);
        new InputHtml(page.html).add(run.input().body(), function);
        CodeHtml code = new CodeHtml(page.html);
        function.ifPresent(it -> code.function(run.code(), it));
        page.output(run.answer().outputJson());
        page.errors(run);
        page.logs(run);
        page.statements(run);
        new ChangesHtml(page.html).add(run.trace().changes().changes());
        code.script(run.code(), function);
        return page.html.markup("</main></body></html>\n").toString();
    }

    private void head(RunSummary run, String itemName) {
        html.markup("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .markup(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .element("title", run.function() + " – " + itemName)
                .markup("<style>" + style() + "</style></head><body><main>")
                .element("h1", run.function())
                .markup(run.status().equals("Succeeded") ? "<p class=\"status good\">" : "<p class=\"status bad\">")
                .text(run.status() + (run.httpStatus() == 0 ? "" : ", HTTP " + run.httpStatus()))
                .markup("</p>\n");
    }

    private void facts(RunRecord run, String itemName) {
        html.markup("<dl>");
        fact("Item", itemName);
        fact("Time", TIME.format(run.summary().time()));
        fact("Duration", run.summary().duration().toMillis() + " ms");
        Duration waited = run.answer().waited();
        if (waited != null && waited.compareTo(WORTH_TELLING) >= 0) {
            fact("Before that", waited.toMillis() + " ms until the engine was ready");
        }
        fact("Engine", run.input().engine());
        fact("Profile", run.input().profile());
        fact("Executing user", run.input().user().preferredUsername());
        fact("Invocation", run.input().invocationId());
        circumstances(run.input());
        html.markup("</dl>\n");
    }

    private void circumstances(RunInput input) {
        if (input.timeLimit() != null) {
            fact("Time limit", input.timeLimit().toMillis() + " ms");
        }
        new TreeMap<>(input.circumstances().badDays())
                .forEach((alias, badDay) -> fact("Bad day of " + alias, badDay.words()));
        new TreeMap<>(input.circumstances().valueSets())
                .forEach((alias, set) -> fact("Value set of " + alias, set.isEmpty() ? "default" : set));
    }

    private void fact(String name, String value) {
        html.element("dt", name).element("dd", value);
    }

    private void output(String json) {
        if (!json.isBlank() && !json.equals("\"\"")) {
            html.section("Output");
            new JsonHtml(html).add(json);
            html.endSection();
        }
    }

    private void errors(RunRecord run) {
        if (!run.answer().errors().isEmpty()) {
            html.section("Errors");
            run.answer()
                    .errors()
                    .forEach(error -> html.markup("<p>")
                            .element("strong", error.name())
                            .text(": " + error.message())
                            .markup("</p>")
                            .element("pre", error.properties().toPrettyString()));
            html.endSection();
        }
        String traceback = run.answer().traceback();
        if (traceback != null && !traceback.isBlank()) {
            html.section("Traceback").element("pre", traceback).endSection();
        }
    }

    private void logs(RunRecord run) {
        if (run.logs().isEmpty()) {
            return;
        }
        html.section("Logs (" + run.logs().size() + ")").table(List.of("Time", "Level", "Message"));
        run.logs().stream()
                .limit(MOST_LOG_LINES)
                .forEach(line -> html.row(TIME.format(line.time()), line.level().name(), line.message()));
        html.endTable();
        if (run.logs().size() > MOST_LOG_LINES) {
            html.element("p", "and " + (run.logs().size() - MOST_LOG_LINES) + " more lines");
        }
        html.endSection();
    }

    private void statements(RunRecord run) {
        List<ExecutedStatement> statements = run.trace().statements();
        if (statements.isEmpty()) {
            return;
        }
        html.section("SQL (" + statements.size() + ")")
                .table(List.of("Stand-in", "T-SQL", "Parameters", "Rows", "Time", "Error"));
        for (ExecutedStatement statement : statements) {
            html.row(
                    statement.standIn(),
                    statement.tsql().strip(),
                    String.join(", ", statement.parameters()),
                    statement.rows().isPresent() ? "" + statement.rows().getAsLong() : "",
                    statement.duration().toMillis() + " ms",
                    statement.error() == null ? "" : statement.error());
        }
        html.endTable().endSection();
    }

    private static String style() {
        try (InputStream in = RunPage.class.getResourceAsStream("/run-page.css")) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: run-page.css is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
