package dev.bobbin.app.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.app.text.Json;
import dev.bobbin.app.text.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value inside a tree of JSON, with its place: a member of an object, an element of a list, or the whole. */
public final class TreeEntry {

    /** What a value is. */
    public enum Kind {
        TEXT,
        NUMBER,
        TRUE_FALSE,
        NULL,
        LIST,
        OBJECT;

        boolean hasChildren() {
            return this == LIST || this == OBJECT;
        }
    }

    /** How JSON begins, but for the words of Python for what is no number. */
    private static final String LITERAL_BEGINS = "{[\"-0123456789tfn";

    private final @Nullable TreeEntry parent;
    private final List<TreeEntry> children = new ArrayList<>();
    private String name;
    private Kind kind;
    private String value = "";

    private TreeEntry(@Nullable TreeEntry parent, String name, Kind kind) {
        this.parent = parent;
        this.name = name;
        this.kind = kind;
    }

    /** The tree of a JSON value. */
    static TreeEntry of(JsonNode value) {
        return of(null, "", value);
    }

    private static TreeEntry of(@Nullable TreeEntry parent, String name, JsonNode value) {
        TreeEntry entry = new TreeEntry(parent, name, kindOf(value));
        entry.take(value);
        return entry;
    }

    private void take(JsonNode now) {
        kind = kindOf(now);
        value = now.isTextual() ? now.textValue() : now.isContainerNode() ? "" : JsonValues.write(now);
        children.clear();
        now.properties().forEach(member -> children.add(of(this, member.getKey(), member.getValue())));
        if (now.isArray()) {
            now.forEach(element -> children.add(of(this, "", element)));
        }
    }

    private static Kind kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> Kind.OBJECT;
            case ARRAY -> Kind.LIST;
            case NUMBER -> Kind.NUMBER;
            case BOOLEAN -> Kind.TRUE_FALSE;
            case NULL, MISSING -> Kind.NULL;
            default -> Kind.TEXT;
        };
    }

    /** Null for the whole. */
    public @Nullable TreeEntry parent() {
        return parent;
    }

    public List<TreeEntry> children() {
        return List.copyOf(children);
    }

    public Kind kind() {
        return kind;
    }

    /** Name of the member, or number of the element; empty for the whole. */
    public String label() {
        if (parent == null) {
            return "";
        }
        return parent.kind == Kind.LIST ? "[" + parent.children.indexOf(this) + "]" : name;
    }

    /** Whether it has a name that can be changed. */
    public boolean named() {
        return parent != null && parent.kind == Kind.OBJECT;
    }

    /** The value as text; empty for lists and objects. */
    public String value() {
        return value;
    }

    /** Renames a member; false, and no change, when the object has another one of that name. */
    boolean rename(String newName) {
        TreeEntry object = parent;
        if (object == null || object.children.stream().anyMatch(other -> other != this && other.name.equals(newName))) {
            return false;
        }
        name = newName;
        return true;
    }

    /**
     * Changes a plain value. What is typed tells what it is, as in JSON: a number, true, null, a list, a text in quotes;
     * all else is a text.
     *
     * @param declared what the parameter's type says it is: of that kind it stays. Null when the type says nothing
     * @return false, and no change, when the text is none of the declared kind
     */
    boolean type(String text, @Nullable Kind declared) {
        if (kind.hasChildren()) {
            return false;
        }
        if (declared == Kind.TEXT && kind == Kind.TEXT) {
            value = text;
            return true;
        }
        JsonNode typed = literal(text).orElse(TextNode.valueOf(text));
        boolean fixed = declared == kind && kind != Kind.NULL;
        if (fixed && kindOf(typed) != kind) {
            return false;
        }
        take(typed);
        return true;
    }

    /** The plain value as it is typed: a text in quotes only where it would be something else without. */
    String typed(@Nullable Kind declared) {
        boolean doubtful =
                kind == Kind.TEXT && declared != Kind.TEXT && literal(value).isPresent();
        return doubtful ? Json.quote(value) : value;
    }

    private static Optional<JsonNode> literal(String text) {
        String bare = text.strip();
        if (bare.isEmpty() || LITERAL_BEGINS.indexOf(bare.charAt(0)) < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonValues.read(bare));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /** Makes it a value of another kind, keeping what can be kept. */
    void become(Kind newKind) {
        String before = value;
        if (!(kind.hasChildren() && newKind.hasChildren())) {
            children.clear();
        }
        kind = newKind;
        value = switch (newKind) {
            case TEXT -> before;
            case NUMBER -> Json.isNumber(before.strip()) ? before.strip() : "0";
            case TRUE_FALSE -> before.strip().equalsIgnoreCase("true") ? "true" : "false";
            case NULL -> "null";
            case LIST, OBJECT -> "";
        };
        for (TreeEntry child : children) {
            child.name = newKind == Kind.OBJECT && child.name.isEmpty() ? freeName() : child.name;
        }
    }

    /**
     * Adds a value as the last member or element, and returns it: in a list of the kind of the one before it.
     *
     * @param usual its kind when there is none before it, and in an object
     */
    TreeEntry add(Kind usual) {
        boolean alike = kind == Kind.LIST && !children.isEmpty();
        Kind wanted = alike ? children.getLast().kind : usual;
        TreeEntry added = new TreeEntry(this, kind == Kind.OBJECT ? freeName() : "", Kind.TEXT);
        added.become(wanted);
        children.add(added);
        return added;
    }

    /** Takes it out of its list or object. */
    void remove() {
        if (parent != null) {
            parent.children.remove(this);
        }
    }

    /** Moves it among its siblings. @param by -1 for up, 1 for down */
    void move(int by) {
        if (parent == null) {
            return;
        }
        int place = parent.children.indexOf(this);
        int target = place + by;
        if (target >= 0 && target < parent.children.size()) {
            parent.children.remove(place);
            parent.children.add(target, this);
        }
    }

    private String freeName() {
        int number = children.size() + 1;
        while (hasMember("key" + number)) {
            number++;
        }
        return "key" + number;
    }

    private boolean hasMember(String wanted) {
        return children.stream().anyMatch(child -> child.name.equals(wanted));
    }

    /** How many values there are below and with this one. */
    int size() {
        return 1 + children.stream().mapToInt(TreeEntry::size).sum();
    }

    /** The value as JSON on one line. */
    String toJson() {
        return switch (kind) {
            case TEXT -> Json.quote(value);
            case NUMBER, TRUE_FALSE, NULL -> value;
            case LIST -> children.stream().map(TreeEntry::toJson).collect(Collectors.joining(", ", "[", "]"));
            case OBJECT ->
                children.stream()
                        .map(child -> Json.quote(child.name) + ": " + child.toJson())
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** The tree of a JSON text. @throws JsonProcessingException when it is none */
    static TreeEntry parse(String json) throws JsonProcessingException {
        return of(JsonValues.read(json));
    }
}
