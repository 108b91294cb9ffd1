package dev.bobbin.app.connections;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.emulator.finding.TextEdit;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonDocument;
import dev.bobbin.emulator.item.JsonElement.JsonArray;
import dev.bobbin.emulator.item.JsonElement.JsonObject;
import dev.bobbin.emulator.item.JsonElement.Member;
import dev.bobbin.emulator.signature.Decoration;
import dev.bobbin.emulator.signature.SourceOutline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives an alias another name wherever the item uses it.
 *
 * @param script the new text of {@code function_app.py}
 * @param definition the new text of {@code definition.json}; the old one when it does not list the alias
 * @param places how many places of the script changed
 * @param byHand lines of the script where the alias is no plain text, from 1; they stay as they are
 */
record AliasRename(String script, JsonDocument definition, int places, List<Integer> byHand) {

    private static final JsonPointer SOURCES = JsonPointer.compile("/connectedDataSources");
    private static final Path SCRIPT = Path.of(ItemFolder.SCRIPT);

    /** @param outline that of the script */
    static AliasRename of(String script, SourceOutline outline, JsonDocument definition, String from, String to) {
        List<TextEdit> edits = new ArrayList<>();
        List<Integer> byHand = new ArrayList<>();
        decorations(outline).forEach(decoration -> {
            Decoration.Argument alias = decoration.alias();
            if (alias == null || !alias.value().equals(from)) {
                return;
            }
            if (alias.literal()) {
                edits.add(new TextEdit(SCRIPT, alias.range(), literal(to)));
            } else {
                byHand.add(decoration.line());
            }
        });
        List<TextEdit> once = edits.stream().distinct().toList();
        return new AliasRename(
                TextEdit.apply(script, once), renamed(definition, from, to), once.size(), List.copyOf(byHand));
    }

    private static Stream<Decoration> decorations(SourceOutline outline) {
        return Stream.concat(
                        outline.functions().stream(),
                        outline.unregistered().stream().map(SourceOutline.Unregistered::function))
                .flatMap(function -> function.layout().decorators().stream());
    }

    /** A {@code definition.json} with the new name. */
    static JsonDocument renamed(JsonDocument definition, String from, String to) {
        JsonDocument changed = definition;
        if (definition.at(SOURCES).orElse(null) instanceof JsonArray sources) {
            for (int i = 0; i < sources.elements().size(); i++) {
                Optional<Member> alias = sources.elements().get(i) instanceof JsonObject source
                        ? source.memberIgnoringCase("alias")
                        : Optional.empty();
                if (alias.filter(member -> member.value().toNode().asText().equals(from))
                        .isPresent()) {
                    JsonPointer place =
                            SOURCES.appendIndex(i).appendProperty(alias.get().key());
                    changed = changed.set(place, TextNode.valueOf(to));
                }
            }
        }
        return changed;
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
