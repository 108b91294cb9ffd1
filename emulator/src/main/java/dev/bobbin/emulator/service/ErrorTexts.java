package dev.bobbin.emulator.service;

import dev.bobbin.emulator.message.Bundles;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The catalogue of errors in plain words: what happened, why the service does so, what to do. The texts lie in message
 * bundles, {@code errors.properties}, so that they can be read, checked and translated as a whole.
 */
public final class ErrorTexts {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_]+)\\}");
    private static final List<String> PARTS = List.of("what", "why", "todo");

    /** So many tables are named: with more, the list is no help. */
    private static final int MOST_NAMES = 12;

    /** What the command line, reports and records say. */
    public static final ErrorTexts ENGLISH = in(Locale.ENGLISH);

    private final ResourceBundle texts;
    private final Set<String> ids;

    private ErrorTexts(ResourceBundle texts) {
        this.texts = texts;
        this.ids = texts.keySet().stream()
                .filter(key -> PARTS.contains(key.substring(key.lastIndexOf('.') + 1)))
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The catalogue in a language; in English when there is none in that one. */
    public static ErrorTexts in(Locale language) {
        return new ErrorTexts(Bundles.in("dev.bobbin.emulator.service.errors", language));
    }

    /** Ids of all entries. */
    public Set<String> ids() {
        return ids;
    }

    /** The errors of an answer, each in plain words, in their order. */
    public List<PlainError> of(List<ErrorEntry> errors, int httpStatus, FailureContext context) {
        return errors.stream().map(error -> of(error, httpStatus, context)).toList();
    }

    /** An error in plain words. */
    public PlainError of(ErrorEntry error, int httpStatus, FailureContext context) {
        String id = ErrorIds.of(error, context, ids);
        Map<String, String> values = new HashMap<>(ErrorValues.of(error, httpStatus));
        values.putAll(known(context));
        if (!values.getOrDefault("place", "").isEmpty()) {
            values.computeIfPresent("error_message", (_, message) -> ErrorValues.withoutPlace(message));
        }
        return new PlainError(
                id,
                text(id, "what", values),
                // Why the service answers with a status is beside the point where it has answered with another.
                context instanceof FailureContext.BrokenOff
                        ? fill(texts.getString("broken-off"), values)
                        : text(id, "why", values),
                text(id, "todo", values),
                technical(error));
    }

    /** All errors of an answer as one text, each in three lines; empty when there is none. */
    public String explanation(List<ErrorEntry> errors, int httpStatus, FailureContext context) {
        return of(errors, httpStatus, context).stream()
                .map(error -> fill(
                        texts.getString("explanation"),
                        Map.of("what", error.what(), "why", error.why(), "todo", error.todo())))
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    /** What happened to a process, and what to do. */
    String text(EngineFault fault) {
        Map<String, String> values = known(new FailureContext.EngineLost(fault));
        return text(fault.kind().id(), "what", values) + " " + text(fault.kind().id(), "todo", values);
    }

    private Map<String, String> known(FailureContext context) {
        return switch (context) {
            case FailureContext.Nothing _ -> Map.of("place", "");
            case FailureContext.Loading loading -> Map.of("place", place(loading.line()));
            case FailureContext.MissingModule missing ->
                Map.of("place", place(missing.line()), "module", missing.module(), "install", missing.install());
            case FailureContext.MissingTable missing ->
                Map.of(
                        "place", "",
                        "stand_in", missing.standIn(),
                        "likely", missing.likely(),
                        "tables", listed(missing.tables()));
            case FailureContext.MissingFile missing ->
                Map.of(
                        "place", "",
                        "stand_in", missing.standIn(),
                        "likely", missing.likely(),
                        "path", missing.path(),
                        "files", listed(missing.files()));
            case FailureContext.OtherDialect dialect ->
                Map.of("place", "", "written", dialect.written(), "instead", dialect.instead());
            case FailureContext.BrokenOff broken -> {
                Map<String, String> values = new HashMap<>(known(broken.cause()));
                values.put("sent_status", String.valueOf(broken.sentStatus()));
                yield values;
            }
            case FailureContext.EngineLost lost -> {
                Map<String, String> values = new HashMap<>(lost.fault().details());
                values.put("place", "");
                yield values;
            }
        };
    }

    private static String listed(List<String> names) {
        String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? some + ", …" : some;
    }

    private String place(int line) {
        return line == 0 ? "" : " " + fill(texts.getString("place"), Map.of("line", String.valueOf(line)));
    }

    /** Texts an entry does not have of its own are those of the entry it belongs to: the part of its id before the dot. */
    private String text(String id, String part, Map<String, String> values) {
        String key = id + "." + part;
        int dot = id.indexOf('.');
        return fill(
                texts.containsKey(key) || dot < 0
                        ? texts.getString(key)
                        : texts.getString(id.substring(0, dot) + "." + part),
                values);
    }

    private static String fill(String template, Map<String, String> values) {
        Matcher places = PLACE.matcher(template);
        return places.replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    private static String technical(ErrorEntry error) {
        String properties = error.properties().isEmpty() ? "" : " " + error.properties();
        return error.name() + ": " + error.message() + properties;
    }
}
