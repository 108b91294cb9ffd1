package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.PythonBuiltins;
import dev.bobbin.emulator.signature.Parameter;
import dev.bobbin.emulator.signature.PythonKeywords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What could be written at a place of Python: words, each with what it is, the likeliest first. */
final class PythonCompletion {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern IMPORT = Pattern.compile("^\\s*(?:import|from)\\s+[\\w.]*$");
    private static final Pattern FROM = Pattern.compile("^\\s*from\\s+([\\w.]+)\\s+import\\s+[\\w,\\s]*$");
    private static final Pattern ALIAS = Pattern.compile(".*\\balias\\s*=\\s*[\"'][^\"']*$");
    private static final Pattern ARGUMENT = Pattern.compile(".*\\bargName\\s*=\\s*[\"'][^\"']*$");

    private final Surroundings place;
    private final Map<String, String> found = new LinkedHashMap<>();

    private PythonCompletion(Surroundings place) {
        this.place = place;
    }

    static Map<String, String> found(Surroundings place) {
        PythonCompletion completion = new PythonCompletion(place);
        completion.find();
        return completion.found;
    }

    private void find() {
        String line = place.line();
        Matcher from = FROM.matcher(line);
        if (ALIAS.matcher(line).matches()) {
            add(place.aliases().stream(), "suggestion.alias");
        } else if (ARGUMENT.matcher(line).matches()) {
            place.functionBelow()
                    .ifPresent(function -> add(
                            Surroundings.parameters(function).stream().map(Parameter::name), "suggestion.parameter"));
        } else if (Brackets.inText(place.caret() - 1, place.tokens())) {
            return;
        } else if (place.owner().isPresent()) {
            add(members(place.owner().get()), "suggestion.member");
        } else if (from.matches()) {
            add(bare(members(from.group(1))), "suggestion.member");
        } else if (IMPORT.matcher(line).matches()) {
            add(PythonNames.MODULES.stream(), "suggestion.module");
            add(Stream.of("fabric.functions as fn"), "suggestion.module");
        } else {
            names();
        }
    }

    private Stream<String> members(String owner) {
        return NameTypes.of(owner, place).stream().flatMap(PythonCompletion::membersOf);
    }

    private static Stream<String> membersOf(String type) {
        List<String> ours = PythonNames.members(type);
        return ours.isEmpty() ? PythonLibrary.members(type).stream().map(PythonLibrary.Member::words) : ours.stream();
    }

    private static Stream<String> bare(Stream<String> words) {
        return words.map(word -> word.endsWith("()") ? word.substring(0, word.length() - 2) : word);
    }

    private void names() {
        String begun = place.begun();
        place.function()
                .ifPresent(function ->
                        add(Surroundings.parameters(function).stream().map(Parameter::name), "suggestion.parameter"));
        Matcher words = WORD.matcher(place.text());
        while (words.find()) {
            boolean beingTyped = words.start() <= place.caret() && place.caret() <= words.end();
            if (!beingTyped && words.group().length() > 2 && words.group().startsWith(begun)) {
                found.putIfAbsent(words.group(), text("suggestion.name"));
            }
        }
        add(PythonKeywords.ALWAYS.stream(), "suggestion.keyword");
        add(PythonBuiltins.ALL.stream(), "suggestion.builtin");
        add(PythonKeywords.SOMETIMES.stream(), "suggestion.keyword");
        place.outline().imports().forEach(imported -> found.put(imported.module(), text("suggestion.module")));
    }

    private void add(Stream<String> words, String kind) {
        words.forEach(word -> found.put(word, text(kind)));
    }
}
