package dev.bobbin.emulator.share;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunJson;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.WholeFile;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;

/** A run as one page of HTML that needs nothing else: no scripts, no pictures, no network. Secrets are masked. */
public final class RunPage {

    /** More of one part makes a page no browser likes. */
    private static final int LONGEST = 200_000;

    private static final int MOST_LOG_LINES = 5_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build());

    private final StringBuilder html = new StringBuilder();

    private RunPage() {}

    /**
     * Writes the page of a run, readable by its user only where the platform can tell.
     *
     * @throws IOException when the secrets to mask cannot be read, or the file cannot be written
     */
    public static void write(RunRecord run, ItemFolder item, Workspace workspace, Path file) throws IOException {
        WholeFile.writePrivate(file, of(run, item.displayName(), SecretMask.of(item, workspace)));
    }

    /** The page. @param itemName shown in its heading */
    static String of(RunRecord whole, String itemName, SecretMask mask) {
        // Masked first: a secret must not be found in pieces.
        RunRecord run = mask.run(whole);
        RunPage page = new RunPage();
        page.head(run.summary(), itemName);
        page.facts(run);
        page.block("Input", pretty(run.input().body()));
        page.block("Output", pretty(run.answer().outputJson()));
        page.errors(run);
        page.logs(run);
        page.statements(run);
        page.changes(run);
        page.code(run.code());
        return page.html.append("</main></body></html>\n").toString();
    }

    private void head(RunSummary run, String itemName) {
        String title = run.function() + " – " + itemName;
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(style())
                .append("</style></head><body><main><h1>")
                .append(escaped(run.function()))
                .append("</h1><p class=\"status ")
                .append(run.status().equals("Succeeded") ? "good" : "bad")
                .append("\">")
                .append(escaped(run.status()))
                .append(run.httpStatus() == 0 ? "" : ", HTTP " + run.httpStatus())
                .append("</p>\n");
    }

    private void facts(RunRecord run) {
        html.append("<dl>");
        fact("Time", TIME.format(run.summary().time()));
        fact("Duration", run.summary().duration().toMillis() + " ms");
        fact("Engine", run.input().engine());
        fact("Profile", run.input().profile());
        fact("Executing user", run.input().user().preferredUsername());
        fact("Invocation", run.input().invocationId());
        circumstances(run.input());
        html.append("</dl>\n");
    }

    private void circumstances(RunInput input) {
        if (input.timeLimit() != null) {
            fact("Time limit", input.timeLimit().toMillis() + " ms");
        }
        new TreeMap<>(input.circumstances().badDays())
                .forEach((alias, badDay) -> fact("Bad day of " + escaped(alias), badDay.words()));
        new TreeMap<>(input.circumstances().valueSets())
                .forEach((alias, set) -> fact("Value set of " + escaped(alias), set.isEmpty() ? "default" : set));
    }

    private void fact(String name, String value) {
        html.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>");
    }

    private void errors(RunRecord run) {
        if (run.answer().errors().isEmpty()) {
            return;
        }
        html.append("<section><h2>Errors</h2>");
        run.answer()
                .errors()
                .forEach(error -> html.append("<p><strong>")
                        .append(escaped(error.name()))
                        .append("</strong>: ")
                        .append(escaped(error.message()))
                        .append("</p><pre>")
                        .append(escaped(error.properties().toPrettyString()))
                        .append("</pre>"));
        html.append("</section>\n");
        block("Traceback", run.answer().traceback() == null ? "" : run.answer().traceback());
    }

    private void logs(RunRecord run) {
        if (run.logs().isEmpty()) {
            return;
        }
        table("Logs (" + run.logs().size() + ")", "Time", "Level", "Message");
        run.logs().stream()
                .limit(MOST_LOG_LINES)
                .forEach(line -> row(TIME.format(line.time()), line.level().name(), line.message()));
        html.append("</table></section>\n");
    }

    private void statements(RunRecord run) {
        List<ExecutedStatement> statements = run.trace().statements();
        if (statements.isEmpty()) {
            return;
        }
        table("SQL (" + statements.size() + ")", "Stand-in", "T-SQL", "Parameters", "Rows", "Time", "Error");
        for (ExecutedStatement statement : statements) {
            row(
                    statement.standIn(),
                    statement.tsql().strip(),
                    String.join(", ", statement.parameters()),
                    statement.rows().isPresent() ? "" + statement.rows().getAsLong() : "",
                    statement.duration().toMillis() + " ms",
                    statement.error() == null ? "" : statement.error());
        }
        html.append("</table></section>\n");
    }

    private void changes(RunRecord run) {
        List<Change> changes = run.trace().changes().changes();
        if (changes.isEmpty()) {
            return;
        }
        html.append("<section><h2>Changes (").append(changes.size()).append(")</h2>");
        changes.forEach(change -> html.append("<pre>")
                .append(escaped(pretty(RunJson.write(change))))
                .append("</pre>"));
        html.append("</section>\n");
    }

    private void code(String code) {
        html.append("<section><details><summary>Code</summary><pre><code>")
                .append(escaped(code))
                .append("</code></pre></details></section>\n");
    }

    private void block(String title, String text) {
        if (!text.isBlank() && !text.equals("\"\"")) {
            html.append("<section><h2>")
                    .append(title)
                    .append("</h2><pre>")
                    .append(escaped(text))
                    .append("</pre></section>\n");
        }
    }

    private void table(String title, String... columns) {
        html.append("<section><h2>").append(title).append("</h2><table><tr>");
        for (String column : columns) {
            html.append("<th>").append(column).append("</th>");
        }
        html.append("</tr>");
    }

    private void row(String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(escaped(cell)).append("</td>");
        }
        html.append("</tr>");
    }

    private static String escaped(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "\n… cut off" : text;
        return cut.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String pretty(String json) {
        try {
            return json.length() > LONGEST ? json : JSON.readTree(json).toPrettyString();
        } catch (JsonProcessingException e) {
            return json;
        }
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
