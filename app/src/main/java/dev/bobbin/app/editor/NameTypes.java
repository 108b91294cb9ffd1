package dev.bobbin.app.editor;

import dev.bobbin.emulator.signature.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what a name stands for, from annotations, imports and the nearest assignment above: a module, a class, or the class
 * of an object. A guess that only suggestions and explanations rely on.
 */
final class NameTypes {

    /** What a call or a literal gives, by how it is written. */
    private static final Map<Pattern, String> VALUES = Map.of(
            Pattern.compile("(?:\\w+\\.)*UserDataFunctions\\(.*"), "UserDataFunctions",
            Pattern.compile("[\\w.]+\\.(?:connect|connectToSql)\\(.*"), "Connection",
            Pattern.compile("[\\w.]+\\.(?:cursor|execute|executemany)\\(.*"), "Cursor",
            Pattern.compile("[\\w.]+\\.connectToFiles(?:Async)?\\(.*"), "FileSystemClient",
            Pattern.compile("[\\w.]+\\.get_file_client\\(.*"), "FileClient",
            Pattern.compile("[fFrRbBuU]{0,2}[\"'].*"), "str",
            Pattern.compile("\\[.*"), "list",
            Pattern.compile("\\{.*|json\\.loads\\(.*"), "dict",
            Pattern.compile("(?:datetime\\.)?datetime\\.(?:now|utcnow|fromisoformat|strptime|today)\\(.*"),
                    "datetime.datetime",
            Pattern.compile("logging\\.getLogger\\(.*"), "logging");

    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+([\\w.]+)(?:\\s+as\\s+(\\w+))?");
    private static final Pattern FROM = Pattern.compile("(?m)^\\s*from\\s+([\\w.]+)\\s+import\\s+\\(?([^\\n)]+)");

    private NameTypes() {}

    /** @param owner a name as it stands before a dot, dots included */
    static Optional<String> of(String owner, Surroundings place) {
        int dot = owner.indexOf('.');
        String first = dot < 0 ? owner : owner.substring(0, dot);
        String rest = dot < 0 ? "" : owner.substring(dot);
        return parameter(first, place)
                .or(() -> imported(first, place.text()))
                .or(() -> assigned(first, place))
                .or(() -> PythonLibrary.members(first).isEmpty() ? Optional.empty() : Optional.of(first))
                .map(type -> type + rest);
    }

    private static Optional<String> parameter(String name, Surroundings place) {
        return place.function().stream()
                .flatMap(function -> Surroundings.parameters(function).stream())
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::typeText)
                .map(type -> type(type, place.text()))
                .findFirst();
    }

    /** The class an annotation names. */
    private static String type(String annotation, String text) {
        String bare = annotation
                .replaceFirst("\\s*\\|\\s*None$", "")
                .replaceFirst("\\[.*", "")
                .strip();
        int dot = bare.indexOf('.');
        if (dot < 0) {
            return imported(bare, text).orElse(bare);
        }
        return imported(bare.substring(0, dot), text)
                .filter(module -> !module.equals("fabric.functions"))
                .map(module -> module + bare.substring(dot))
                .orElse(bare.substring(bare.lastIndexOf('.') + 1));
    }

    private static Optional<String> imported(String name, String text) {
        Matcher plain = IMPORT.matcher(text);
        while (plain.find()) {
            String module = plain.group(1);
            if (name.equals(plain.group(2))
                    || (plain.group(2) == null && firstOf(module).equals(name))) {
                return Optional.of(plain.group(2) == null ? name : module);
            }
        }
        Matcher from = FROM.matcher(text);
        while (from.find()) {
            for (String part : from.group(2).split(",", -1)) {
                String[] words = part.strip().split("\\s+as\\s+", -1);
                if (words[words.length - 1].equals(name)) {
                    return Optional.of(
                            from.group(1).equals("fabric.functions") ? words[0] : from.group(1) + "." + words[0]);
                }
            }
        }
        return Optional.empty();
    }

    private static String firstOf(String module) {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }

    /** What the nearest assignment above the place gives the name, or the nearest of all when there is none above. */
    private static Optional<String> assigned(String name, Surroundings place) {
        Matcher given = Pattern.compile("(?m)^\\s*(?:" + Pattern.quote(name)
                        + "\\s*(?::[^=\\n]+)?=(?!=)\\s*(?<value>[^\\n]+)|(?:async\\s+)?with\\s+(?<opened>[^\\n]+?)\\s+as\\s+"
                        + Pattern.quote(name) + "\\s*:)")
                .matcher(place.text());
        String value = null;
        while (given.find() && (value == null || given.start() < place.caret())) {
            value = given.group("value") == null ? given.group("opened") : given.group("value");
        }
        return Optional.ofNullable(value).flatMap(NameTypes::valueType);
    }

    private static Optional<String> valueType(String value) {
        return VALUES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(value.strip()).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
