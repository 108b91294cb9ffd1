package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value of a type that the service passes to no function, whatever is sent, such as {@code date} or {@code Optional[int]}. It
 * is entered as what the type means all the same: other servers do pass it, and the refusal can be tried.
 *
 * @param entry how the value is entered
 * @param hintKey of what the empty field says; empty when it says what the entry says
 */
record NotBound(FieldFormat entry, String hintKey) implements FieldFormat {

    /** Of a type that says nothing about what to enter. */
    static final NotBound UNKNOWN = new NotBound(new JsonText(JsonText.Shape.ANY), "");

    private static final Pattern OPTIONAL = Pattern.compile("(?:typing\\.)?Optional\\[(.*)\\]");
    private static final Pattern UNION = Pattern.compile("(?:typing\\.)?Union\\[(.*)\\]");
    private static final Set<String> TEXTS = Set.of("uuid", "decimal", "path", "bytes");

    /** @param written the type as it is written @param name its name, with what stands behind an alias of an import */
    static NotBound of(String written, String name) {
        NotBound asWritten = ofName(withoutNone(written));
        return asWritten.equals(UNKNOWN) ? ofName(name) : asWritten;
    }

    private static NotBound ofName(String name) {
        String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (type) {
            case "str" -> new NotBound(new Text(), "");
            case "int" -> new NotBound(new WholeNumber(), "");
            case "float" -> new NotBound(new DecimalNumber(), "");
            case "bool" -> new NotBound(new TrueFalse(), "");
            case "datetime" -> new NotBound(new IsoDateTime(), "");
            case "date" -> new NotBound(new Text(), "form.date.hint");
            case "time" -> new NotBound(new Text(), "form.time.hint");
            default -> TEXTS.contains(type) ? new NotBound(new Text(), "") : UNKNOWN;
        };
    }

    /** {@code int} of {@code Optional[int]}, {@code int | None} and {@code Union[int, None]}. */
    private static String withoutNone(String name) {
        var optional = OPTIONAL.matcher(name.strip());
        if (optional.matches()) {
            return optional.group(1).strip();
        }
        var union = UNION.matcher(name.strip());
        String alternatives = union.matches() ? union.group(1).replace(',', '|') : name;
        if (alternatives.indexOf('[') >= 0) {
            return alternatives;
        }
        return Pattern.compile("\\|")
                .splitAsStream(alternatives)
                .map(String::strip)
                .filter(one -> !one.equals("None"))
                .reduce((one, other) -> "object")
                .orElse("object");
    }

    @Override
    public Reading.Sent read(String text) {
        return new Reading.Refused(entry.read(text).json(), text("form.json.notBound"));
    }

    @Override
    public String hint() {
        return hintKey.isEmpty() ? entry.hint() : text(hintKey);
    }

    @Override
    public Optional<String> absence() {
        return entry.absence().map(_ -> text("form.json.notBound"));
    }
}
