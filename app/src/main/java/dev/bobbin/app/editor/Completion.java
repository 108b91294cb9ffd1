package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import dev.bobbin.emulator.signature.SourceOutline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What could be written at a place of a script. Everything comes from the text itself and from fixed lists: nothing is
 * run.
 *
 * @param from offset of the beginning of the word to complete
 * @param suggestions the likeliest first
 */
record Completion(int from, List<Suggestion> suggestions) {

    private static final int MOST = 60;
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern IMPORT = Pattern.compile("^\\s*(?:import|from)\\s+[\\w.]*$");
    private static final Pattern ALIAS = Pattern.compile(".*\\balias\\s*=\\s*[\"'][^\"']*$");
    private static final Pattern ARGUMENT = Pattern.compile(".*\\bargName\\s*=\\s*[\"'][^\"']*$");
    private static final Pattern FABRIC_NAME = Pattern.compile("import\\s+fabric\\.functions\\s+as\\s+(\\w+)");
    private static final Pattern APP = Pattern.compile("(?m)^(\\w+)\\s*=\\s*\\w+(?:\\.\\w+)*\\.?UserDataFunctions\\(");

    /** @param place offset of the caret @param aliases of the item's connected data sources */
    static Completion at(String text, int place, SourceOutline outline, Collection<String> aliases) {
        int caret = Math.clamp(place, 0, text.length());
        int from = caret;
        while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
            from--;
        }
        String begun = text.substring(from, caret);
        String line = text.substring(text.lastIndexOf('\n', Math.max(0, caret - 1)) + 1, caret);
        Map<String, String> found = new LinkedHashMap<>();
        if (ALIAS.matcher(line).matches()) {
            aliases.forEach(alias -> found.put(alias, text("suggestion.alias")));
        } else if (ARGUMENT.matcher(line).matches()) {
            below(text, caret, outline).forEach(name -> found.put(name, text("suggestion.parameter")));
        } else if (from > 0 && text.charAt(from - 1) == '.') {
            members(text, from - 1, caret, outline).forEach(name -> found.put(name, text("suggestion.member")));
        } else if (IMPORT.matcher(line).matches()) {
            PythonNames.MODULES.forEach(name -> found.put(name, text("suggestion.module")));
            found.put("fabric.functions as fn", text("suggestion.module"));
        } else {
            names(text, caret, begun, outline, found);
        }
        return new Completion(from, filtered(found, begun));
    }

    private static List<Suggestion> filtered(Map<String, String> found, String begun) {
        String wanted = begun.toLowerCase(Locale.ROOT);
        Stream<Map.Entry<String, String>> beginning = found.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).startsWith(wanted));
        Stream<Map.Entry<String, String>> inside = found.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).indexOf(wanted) > 0);
        return Stream.concat(beginning, inside)
                .filter(entry -> !entry.getKey().equals(begun))
                .map(entry -> new Suggestion(entry.getKey(), entry.getValue()))
                .limit(MOST)
                .toList();
    }

    private static void names(String text, int caret, String begun, SourceOutline outline, Map<String, String> found) {
        function(text, caret, outline)
                .ifPresent(function -> parameters(function)
                        .forEach(parameter -> found.put(parameter.name(), text("suggestion.parameter"))));
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            boolean beingTyped = words.start() <= caret && caret <= words.end();
            if (!beingTyped && words.group().length() > 2 && words.group().startsWith(begun)) {
                found.putIfAbsent(words.group(), text("suggestion.name"));
            }
        }
        PythonNames.KEYWORDS.forEach(name -> found.put(name, text("suggestion.keyword")));
        PythonNames.BUILTINS.forEach(name -> found.put(name, text("suggestion.builtin")));
        outline.imports().forEach(imported -> found.put(imported.module(), text("suggestion.module")));
    }

    /** What may follow the dot at that offset. */
    private static List<String> members(String text, int dot, int caret, SourceOutline outline) {
        int start = dot;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        String owner = text.substring(start, dot);
        Matcher fabric = FABRIC_NAME.matcher(text);
        if (owner.equals("functions") || (fabric.find() && fabric.group(1).equals(owner))) {
            return PythonNames.FABRIC;
        }
        Matcher app = APP.matcher(text);
        while (app.find()) {
            if (app.group(1).equals(owner)) {
                return PythonNames.members("UserDataFunctions");
            }
        }
        return function(text, caret, outline).stream()
                .flatMap(function -> parameters(function).stream())
                .filter(parameter -> parameter.name().equals(owner))
                .map(parameter ->
                        parameter.typeText().substring(parameter.typeText().lastIndexOf('.') + 1))
                .findFirst()
                .map(PythonNames::members)
                .orElseGet(() -> PythonNames.members(owner));
    }

    private static List<Parameter> parameters(FunctionSignature function) {
        List<Parameter> all = new ArrayList<>(function.parameters());
        all.addAll(function.hostParameters());
        return all;
    }

    private static Optional<FunctionSignature> function(String text, int caret, SourceOutline outline) {
        int line = LineIndex.of(text).lineOf(caret);
        return outline.functions().stream()
                .filter(function -> function.line() <= line && line <= function.endLine())
                .findFirst();
    }

    /** Parameters of the next function below, which a decorator above it can name. */
    private static List<String> below(String text, int caret, SourceOutline outline) {
        int line = LineIndex.of(text).lineOf(caret);
        return outline.functions().stream()
                .filter(function -> function.line() > line)
                .findFirst()
                .map(function ->
                        parameters(function).stream().map(Parameter::name).toList())
                .orElse(List.of());
    }
}
