package dev.bobbin.emulator.share.page;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.share.SecretMask;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.Fidelity;
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
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** A run as one page of HTML that needs nothing else: no scripts, no pictures, no network. Secrets are masked. */
public final class RunPage {

    private static final int MOST_LOG_LINES = 5_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A shorter wait for an engine nobody asks about. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private final Html html;
    private final Locale language;

    private RunPage(Locale language) {
        this.language = language;
        html = new Html(language);
    }

    /**
     * Writes the page of a run, readable by its user only where the platform can tell.
     *
     * @param language of the page's own words; the service's stay English
     * @throws IOException when the secrets to mask cannot be read, or the file cannot be written
     */
    public static void write(RunRecord run, ItemFolder item, Workspace workspace, Path file, Locale language)
            throws IOException {
        WholeFile.writePrivate(file, of(run, item.displayName(), SecretMask.of(item, workspace), language));
    }

    /** The page. @param itemName shown in its heading @param mask knows the secrets of the item */
    public static String of(RunRecord whole, String itemName, SecretMask mask, Locale language) {
        // Masked first: a secret must not be found in pieces.
        RunRecord run = mask.run(whole);
        Optional<FunctionSignature> function =
                SourceParser.outline(run.code()).function(run.summary().function());
        RunPage page = new RunPage(language);
        page.head(run.summary(), itemName);
        page.facts(run, itemName);
        new InputHtml(page.html).add(run.input().body(), function);
        CodeHtml code = new CodeHtml(page.html);
        function.ifPresent(it -> code.function(run.code(), it));
        page.output(run.answer().outputJson());
        page.errors(run, mask.text(whole.explanation(ErrorTexts.in(language))));
        page.logs(run);
        page.statements(run);
        new ChangesHtml(page.html).add(run.trace().changes().changes());
        code.script(run.code(), function);
        return page.html.markup("</main></body></html>\n").toString();
    }

    private void head(RunSummary run, String itemName) {
        html.markup("<!DOCTYPE html>\n<html lang=\"" + language.getLanguage() + "\"><head><meta charset=\"utf-8\">")
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
        fact("page.fact.item", itemName);
        fact("page.fact.time", TIME.format(run.summary().time()));
        fact("page.fact.duration", run.summary().duration().toMillis() + " ms");
        Duration waited = run.answer().waited();
        if (waited != null && waited.compareTo(WORTH_TELLING) >= 0) {
            fact("page.fact.before", html.words("page.waited", waited.toMillis()));
        }
        fact("page.fact.engine", run.input().engine());
        fact("page.fact.profile", run.input().profile());
        fact("page.fact.user", run.input().user().preferredUsername());
        fact("page.fact.invocation", run.input().invocationId());
        circumstances(run.input());
        html.markup("</dl>\n");
    }

    private void circumstances(RunInput input) {
        if (input.timeLimit() != null) {
            fact("page.fact.limit", input.timeLimit().toMillis() + " ms");
        }
        new TreeMap<>(input.circumstances().badDays())
                .forEach((alias, badDay) -> add(html.words("page.fact.bad-day", alias), badDay.words()));
        new TreeMap<>(input.circumstances().valueSets())
                .forEach((alias, set) -> add(
                        html.words("page.fact.value-set", alias), set.isEmpty() ? html.words("page.default") : set));
    }

    private void fact(String key, String value) {
        add(html.words(key), value);
    }

    private void add(String name, String value) {
        html.element("dt", name).element("dd", value);
    }

    private void output(String json) {
        if (!json.isBlank() && !json.equals("\"\"")) {
            html.section(html.words("page.output"));
            new JsonHtml(html).add(json);
            html.endSection();
        }
    }

    private void errors(RunRecord run, String explanation) {
        if (!run.answer().errors().isEmpty()) {
            html.section(html.words("page.errors"));
            run.answer()
                    .errors()
                    .forEach(error -> html.markup("<p>")
                            .element("strong", error.name())
                            .text(": " + error.message())
                            .markup("</p>")
                            .element("pre", error.properties().toPrettyString()));
            if (!explanation.isBlank()) {
                html.markup("<div class=\"explanation\">")
                        .text(explanation.strip())
                        .markup("</div>");
            }
            html.endSection();
        }
        String traceback = run.answer().traceback();
        if (traceback != null && !traceback.isBlank()) {
            html.section(html.words("page.traceback")).element("pre", traceback).endSection();
        }
    }

    private void logs(RunRecord run) {
        if (run.logs().isEmpty()) {
            return;
        }
        html.section(html.words("page.logs", run.logs().size()))
                .table(List.of(
                        html.words("page.fact.time"), html.words("page.logs.level"), html.words("page.logs.message")));
        run.logs().stream()
                .limit(MOST_LOG_LINES)
                .forEach(line -> html.row(TIME.format(line.time()), line.level().name(), line.message()));
        html.endTable();
        if (run.logs().size() > MOST_LOG_LINES) {
            html.element("p", html.words("page.logs.more", run.logs().size() - MOST_LOG_LINES));
        }
        html.endSection();
    }

    private void statements(RunRecord run) {
        List<ExecutedStatement> statements = run.trace().statements();
        if (statements.isEmpty()) {
            return;
        }
        html.section("SQL (" + statements.size() + ")")
                .table(List.of(
                        html.words("page.sql.stand-in"),
                        "T-SQL",
                        html.words("page.sql.parameters"),
                        html.words("page.sql.rows"),
                        html.words("page.fact.duration"),
                        html.words("page.sql.remark")));
        for (ExecutedStatement statement : statements) {
            html.row(
                    statement.standIn(),
                    statement.tsql().strip(),
                    String.join(", ", statement.parameters()),
                    statement.rows().isPresent() ? "" + statement.rows().getAsLong() : "",
                    statement.duration().toMillis() + " ms",
                    remark(statement));
        }
        html.endTable().endSection();
    }

    /** What went wrong, else why the answer may not be the service's. */
    private static String remark(ExecutedStatement statement) {
        if (statement.error() != null) {
            return statement.error();
        }
        return switch (statement.fidelity()) {
            case Fidelity.Same _ -> "";
            case Fidelity.Approximated it -> it.reason();
            case Fidelity.Refused it -> it.reason();
        };
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
