package dev.bobbin.emulator.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.invoke.ItemConnection;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunAnswer;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunJson;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.signature.Parameter;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in what leaves this computer: every value of the workspace's key vaults, what its name says is a secret
 * and what has the form of one. A value found by its name anywhere is masked everywhere. For one thread.
 */
public final class SecretMask {

    /** What stands in place of a secret. */
    public static final String MASKED = KnownSecrets.MASKED;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Characters of a long text that are masked at a time. */
    private static final int PART = 512 * 1024;

    /** No key and no secret in lines of Base64 that is looked for is longer. */
    private static final int AROUND = 32 * 1024;

    private final KnownSecrets known;
    private final TextMask texts;
    private final PythonMask python;
    private final JsonMask json;

    /** @param names texts that the code is made of */
    SecretMask(Set<String> names) {
        known = new KnownSecrets(names);
        texts = new TextMask(known);
        python = new PythonMask(known, texts);
        json = new JsonMask(known, texts);
    }

    /**
     * The mask for an item of a workspace.
     *
     * @throws IOException when its key vaults or its code cannot be read: then nothing may leave
     */
    public static SecretMask of(ItemFolder item, Workspace workspace) throws IOException {
        Set<String> names = new HashSet<>();
        for (ItemConnection connection : ItemConnection.of(item, workspace)) {
            names.add(connection.alias());
            names.add(connection.standIn().name());
        }
        SourceParser.outline(item.script()).functions().forEach(function -> {
            names.add(function.name());
            function.parameters().stream().map(Parameter::name).forEach(names::add);
        });
        SecretMask mask = new SecretMask(names);
        mask.learnVaults(workspace);
        for (Path part : ItemContents.of(item).belonging()) {
            TextFile.read(part).ifPresent(file -> mask.file(String.valueOf(part.getFileName()), file.text()));
        }
        return mask;
    }

    /**
     * The mask for what only a workspace is known of: the values of its key vaults, and names and forms.
     *
     * @throws IOException when its key vaults cannot be read: then nothing may leave
     */
    public static SecretMask of(Workspace workspace) throws IOException {
        SecretMask mask = new SecretMask(Set.of());
        mask.learnVaults(workspace);
        return mask;
    }

    /** The mask for values that are known to be secrets. */
    public static SecretMask ofValues(Iterable<String> values) {
        SecretMask mask = new SecretMask(Set.of());
        values.forEach(mask.known::add);
        return mask;
    }

    private void learnVaults(Workspace workspace) throws IOException {
        Set<String> values = new HashSet<>();
        for (StandIn standIn : workspace.existing()) {
            if (standIn instanceof StandIn.Secrets vault) {
                vault(vault.path()).properties().forEach(secret -> {
                    known.addEntry(secret.getKey());
                    collect(secret.getValue(), values);
                });
            }
        }
        // The parts of a connection string or a key file are secrets of their own.
        values.forEach(this::json);
        values.forEach(known::add);
    }

    private static JsonNode vault(Path file) throws IOException {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw PlainException.of("report.not-masked", file).because(e);
        }
    }

    /** The values of a secret: its text, or those of its versions. */
    private static void collect(JsonNode secret, Set<String> values) {
        if (secret.isValueNode()) {
            values.add(secret.asText());
        }
        secret.path("versions").forEach(version -> collect(version.path("value"), values));
    }

    /** A text with every secret masked. */
    public String text(String text) {
        return texts.mask(text);
    }

    /** Python code with every secret in its texts, numbers and comments masked; it stays code. */
    String python(String code) {
        return python.mask(code);
    }

    /** JSON with every secret in its texts and numbers masked; it stays JSON. */
    String json(String text) {
        return json.mask(text);
    }

    /** The text of a file, masked as its name tells. */
    String file(String name, String text) {
        String kind = name.toLowerCase(Locale.ROOT);
        if (kind.endsWith(".py")) {
            return python(text);
        }
        return kind.equals(ItemFolder.PLATFORM) || kind.endsWith(".json")
                ? json(text)
                : new LongText(this::text, PART, AROUND).masked(text);
    }

    /** A run with every secret masked. Its input and code stay what they are otherwise, so that it can be run again. */
    public RunRecord run(RunRecord run) {
        learnChanges(run.trace());
        // Twice: what was found by its name the first time is masked wherever it stands the second time.
        once(run);
        return once(run);
    }

    /** An answer with every secret masked, as that of a {@link #run(RunRecord)}. */
    public Envelope answer(Envelope answer) {
        return answerOnce(answerOnce(answer));
    }

    private Envelope answerOnce(Envelope answer) {
        return new Envelope(
                answer.functionName(),
                answer.invocationId(),
                answer.status(),
                json(answer.outputJson()),
                answer.errors().stream().map(this::error).toList());
    }

    private RunRecord once(RunRecord run) {
        RunSummary summary = run.summary();
        RunInput input = run.input();
        RunAnswer answer = run.answer();
        return new RunRecord(
                summary.withNote(text(summary.note())),
                input.withBody(json(input.body())),
                python(run.code()),
                new RunAnswer(
                        json(answer.outputJson()),
                        answer.errors().stream().map(this::error).toList(),
                        textOrNull(answer.traceback()),
                        textOrNull(answer.explanation()),
                        null,
                        answer.waited()),
                run.logs().stream()
                        .map(line -> new LogLine(line.time(), line.level(), text(line.message())))
                        .toList(),
                trace(run.trace()));
    }

    private @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    private ErrorEntry error(ErrorEntry error) {
        return new ErrorEntry(
                error.name(),
                text(error.message()),
                read(json(error.properties().toString()), new TypeReference<JsonNode>() {}));
    }

    private RunTrace trace(RunTrace trace) {
        return read(json(RunJson.write(trace)), new TypeReference<RunTrace>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return RunJson.read(json, type);
        } catch (IOException e) {
            throw new IllegalStateException("masking broke a part of a run", e);
        }
    }

    /** Names of secrets, and values of columns whose names say that they are secrets. */
    private void learnChanges(RunTrace trace) {
        for (Change change : trace.changes().changes()) {
            if (change instanceof Change.Secret secret) {
                known.addEntry(secret.secret());
            } else if (change instanceof Change.Rows rows) {
                for (int i = 0; i < rows.columns().size(); i++) {
                    if (SecretNames.isSecret(rows.columns().get(i))) {
                        learnColumn(rows, i);
                    }
                }
            }
        }
    }

    private void learnColumn(Change.Rows rows, int column) {
        for (Change.RowChange row : rows.rows()) {
            switch (row) {
                case Change.RowChange.Inserted inserted -> learn(inserted.after(), column);
                case Change.RowChange.Updated updated -> {
                    learn(updated.before(), column);
                    learn(updated.after(), column);
                }
                case Change.RowChange.Deleted deleted -> learn(deleted.before(), column);
            }
        }
    }

    private void learn(List<@Nullable Object> values, int column) {
        if (column < values.size() && values.get(column) instanceof String text) {
            known.learn(text);
        }
    }
}
