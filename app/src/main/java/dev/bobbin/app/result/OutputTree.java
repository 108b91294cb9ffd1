package dev.bobbin.app.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.app.text.JsonLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A value of the output as a node of a tree.
 *
 * @param label name of the member or number of the element; empty for the whole
 * @param path from the whole to here
 */
record OutputTree(String label, String path, JsonNode value) {

    /** Longest output shown as a tree, in characters; a tree takes many times the room of its text. */
    static final int LONGEST = 4_000_000;

    /** Most children of a node that are shown. */
    static final int MOST_CHILDREN = 5_000;

    /** Most nodes that are shown opened without being asked for. */
    private static final int FEW = 60;

    private static final int LONGEST_VALUE = 300;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonLayout.JSON);

    /** The tree of a list or an object; empty for plain values, for what is too large and for what is no JSON. */
    static Optional<OutputTree> of(String json) {
        if (json.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonNode value = MAPPER.readTree(json);
            return value.isContainerNode() ? Optional.of(new OutputTree("", JsonPath.ROOT, value)) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    boolean leaf() {
        return value.isEmpty();
    }

    List<OutputTree> children() {
        List<OutputTree> children = new ArrayList<>();
        if (value.isArray()) {
            for (int i = 0; i < Math.min(value.size(), MOST_CHILDREN); i++) {
                children.add(new OutputTree("[" + i + "]", JsonPath.element(path, i), value.get(i)));
            }
        } else {
            for (var member : value.properties()) {
                if (children.size() < MOST_CHILDREN) {
                    children.add(
                            new OutputTree(member.getKey(), JsonPath.member(path, member.getKey()), member.getValue()));
                }
            }
        }
        return children;
    }

    /** Whether what is in it and one level further down is little enough to be looked through. */
    boolean isSmall() {
        int nodes = 0;
        for (JsonNode child : value) {
            nodes += 1 + child.size();
            if (nodes > FEW) {
                return false;
            }
        }
        return true;
    }

    /** What the node shows beside its label: the value, or how many there are inside. */
    String summary() {
        if (value.isContainerNode()) {
            return value.isArray() ? "[" + value.size() + "]" : "{" + value.size() + "}";
        }
        // A text in quotes: "1.5" is not 1.5, and an empty one is to be seen.
        String text = value.toString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    /** Places of labels and plain values that contain the words, whatever their case, in order. @param most how many at most */
    List<List<Integer>> find(String words, int most) {
        List<List<Integer>> found = new ArrayList<>();
        find(words.toLowerCase(Locale.ROOT), List.of(), most, found);
        return found;
    }

    private void find(String words, List<Integer> place, int most, List<List<Integer>> found) {
        boolean here = label.toLowerCase(Locale.ROOT).contains(words)
                || (!value.isContainerNode()
                        && value.asText().toLowerCase(Locale.ROOT).contains(words));
        if (here && found.size() < most) {
            found.add(place);
        }
        List<OutputTree> children = children();
        for (int i = 0; i < children.size() && found.size() < most; i++) {
            List<Integer> inside = new ArrayList<>(place);
            inside.add(i);
            children.get(i).find(words, inside, most, found);
        }
    }
}
