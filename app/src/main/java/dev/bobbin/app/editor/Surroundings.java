package dev.bobbin.app.editor;

import dev.bobbin.app.code.Token;
import dev.bobbin.app.workspace.TableShape;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import dev.bobbin.emulator.signature.SourceOutline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place of a script, and what is known there.
 *
 * @param caret offset of the place, within the text
 * @param tokens of this very text
 * @param outline of the text of a moment ago
 * @param aliases of the item's connections
 * @param tables those behind the SQL connections, by alias
 */
record Surroundings(
        String text,
        int caret,
        List<Token> tokens,
        SourceOutline outline,
        Collection<String> aliases,
        Map<String, List<TableShape>> tables) {

    /** Offset of the beginning of the word before the caret; the caret itself when there is none. */
    int wordStart() {
        return wordStart(caret);
    }

    private int wordStart(int end) {
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The begun word. */
    String begun() {
        return text.substring(wordStart(), caret);
    }

    /** The line up to the caret. */
    String line() {
        return text.substring(text.lastIndexOf('\n', Math.max(0, caret - 1)) + 1, caret);
    }

    /** What stands before the dot before the begun word, dots included; empty when there is no dot. */
    Optional<String> owner() {
        int dot = wordStart() - 1;
        if (dot < 0 || text.charAt(dot) != '.') {
            return Optional.empty();
        }
        int start = wordStart(dot);
        while (start > 1 && text.charAt(start - 1) == '.') {
            start = wordStart(start - 1);
        }
        return Optional.of(text.substring(start, dot));
    }

    /** The function the caret is in. */
    Optional<FunctionSignature> function() {
        int line = LineIndex.of(text).lineOf(caret);
        return outline.functions().stream()
                .filter(function -> function.line() <= line && line <= function.endLine())
                .findFirst();
    }

    /** The next function below the caret, which a decorator above it belongs to. */
    Optional<FunctionSignature> functionBelow() {
        int line = LineIndex.of(text).lineOf(caret);
        return outline.functions().stream()
                .filter(function -> function.line() > line)
                .findFirst();
    }

    /** All parameters of a function, those the host fills in last. */
    static List<Parameter> parameters(FunctionSignature function) {
        List<Parameter> all = new ArrayList<>(function.parameters());
        all.addAll(function.hostParameters());
        return all;
    }

    /** The tables the function at the caret is connected to; all there are when the caret is in none. */
    List<TableShape> tablesHere() {
        List<TableShape> bound = function().stream()
                .flatMap(function -> function.bindings().stream())
                .filter(Binding.Connection.class::isInstance)
                .flatMap(binding -> tables.getOrDefault(((Binding.Connection) binding).alias(), List.of()).stream())
                .distinct()
                .toList();
        return bound.isEmpty()
                ? tables.values().stream().flatMap(List::stream).distinct().toList()
                : bound;
    }
}
