package dev.bobbin.emulator.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random documents in random layouts; the randomness comes from jqwik's seed. */
class JsonDocumentProperties {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode NEW = TextNode.valueOf("n\u00E9w \"value\"");

    @Property(tries = 1000)
    void setChangesOneValueAndNoOtherCharacter(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Layout layout = new Layout(random);
        JsonNode tree = container(random, 0);
        String text = layout.write(tree);
        JsonPointer place = pick(pointers(tree, JsonPointer.empty()), random);
        JsonDocument before = JsonDocument.of(text);
        JsonElement changed = before.at(place).orElseThrow();

        String after = before.set(place, NEW).text();

        assertThat(before.problems()).isEmpty();
        assertThat(after)
                .isEqualTo(text.substring(0, changed.start())
                        + MAPPER.writeValueAsString(NEW)
                        + text.substring(changed.end()));
    }

    @Property(tries = 1000)
    void insertAndRemoveLeaveAllOtherEntriesAsTheyWere(@ForAll long seed) {
        Random random = new Random(seed);
        JsonNode tree = container(random, 0);
        String text = new Layout(random).write(tree);
        JsonPointer parent = pick(containers(tree), random);
        ContainerNode<?> expected = (ContainerNode<?>) tree.at(parent);
        JsonDocument before = JsonDocument.of(text);

        JsonDocument added;
        JsonPointer place;
        if (expected instanceof ArrayNode array) {
            int index = random.nextInt(array.size() + 1);
            array.insert(index, NEW);
            place = parent.appendIndex(index);
            added = before.insert(parent, index, NEW);
        } else {
            ((ObjectNode) expected).set("new", NEW);
            place = parent.appendProperty("new");
            added = before.set(place, NEW);
        }

        assertThat(added.problems()).isEmpty();
        assertThat(added.root().orElseThrow().toNode()).isEqualTo(tree);
        JsonDocument removed = added.remove(place);
        assertThat(removed.problems()).isEmpty();
        assertThat(removed.root().orElseThrow().toNode())
                .isEqualTo(before.root().orElseThrow().toNode());
        boolean wasEmpty = expected.size() == 1;
        if (!wasEmpty) {
            assertThat(removed.text()).isEqualTo(text);
        }
    }

    private static JsonNode container(Random random, int depth) {
        if (random.nextBoolean()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                array.add(value(random, depth + 1));
            }
            return array;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.set("k\u00FC/~" + i, value(random, depth + 1));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth < 4 ? 8 : 5)) {
            case 0 -> JsonNodeFactory.instance.nullNode();
            case 1 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case 2 -> JsonNodeFactory.instance.numberNode(random.nextInt());
            case 3 -> TextNode.valueOf("a\"b\\\n{[,:\uD83D\uDE00" + random.nextInt());
            case 4 ->
                JsonNodeFactory.instance.numberNode(
                        new java.math.BigDecimal("1.2500").movePointLeft(random.nextInt(9)));
            default -> container(random, depth);
        };
    }

    private static List<JsonPointer> pointers(JsonNode node, JsonPointer here) {
        List<JsonPointer> all = new ArrayList<>(List.of(here));
        if (node.isObject()) {
            node.properties().forEach(e -> all.addAll(pointers(e.getValue(), here.appendProperty(e.getKey()))));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.addAll(pointers(node.get(i), here.appendIndex(i)));
        }
        return all;
    }

    private static List<JsonPointer> containers(JsonNode tree) {
        return pointers(tree, JsonPointer.empty()).stream()
                .filter(pointer -> tree.at(pointer).isContainerNode())
                .toList();
    }

    private static JsonPointer pick(List<JsonPointer> pointers, Random random) {
        return pointers.get(random.nextInt(pointers.size()));
    }

    /** Writes JSON with blanks wherever JSON allows them. */
    private record Layout(Random random) {

        String write(JsonNode node) {
            return blanks() + value(node) + blanks();
        }

        private String value(JsonNode node) {
            List<String> parts = new ArrayList<>();
            if (node.isObject()) {
                node.properties()
                        .forEach(e -> parts.add(TextNode.valueOf(e.getKey()) + blanks() + ":" + write(e.getValue())));
                return "{" + blanks() + String.join(blanks() + "," + blanks(), parts) + blanks() + "}";
            }
            if (node.isArray()) {
                node.forEach(child -> parts.add(write(child)));
                return "[" + blanks() + String.join(blanks() + "," + blanks(), parts) + blanks() + "]";
            }
            return node.isInt() ? IntNode.valueOf(node.intValue()).toString() : node.toString();
        }

        private String blanks() {
            return List.of("", " ", "\n", "\r\n", "\t", "\n  ", "  \n\t").get(random.nextInt(7));
        }
    }
}
