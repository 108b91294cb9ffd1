package dev.bobbin.emulator.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart the ways of putting values into a text: opening quotation marks, texts and values in order, closing marks. */
final class SqlText {

    private static final Pattern PERCENT = Pattern.compile("%(.)");
    private static final Pattern BRACES = Pattern.compile("\\{\\{|\\}\\}|\\{(\\d*)\\}|[{}]");

    /** A part. @param value whether it is an expression */
    record Part(String text, boolean value) {}

    /** A literal's quotation marks and what is between them, as written. */
    private record Literal(String open, String content, String close) {

        static Optional<Literal> of(SyntaxTree tree, Node node) {
            if (!node.is("string") || FStrings.hasValues(node)) {
                return Optional.empty();
            }
            Node first = node.children().getFirst();
            Node last = node.children().getLast();
            String whole = tree.text(node);
            String open = tree.text(first);
            String close = tree.text(last);
            boolean plain = first.is("string_start")
                    && last.is("string_end")
                    && !open.toLowerCase(java.util.Locale.ROOT).contains("b");
            return plain
                    ? Optional.of(new Literal(
                            open.replaceAll("[fF]", ""),
                            whole.substring(open.length(), whole.length() - close.length()),
                            close))
                    : Optional.empty();
        }
    }

    private SqlText() {}

    /** {@code f"… {x} …"}; empty when a value has a format of its own. */
    static Optional<List<Part>> ofFString(SyntaxTree tree, Node node) {
        if (!node.is("string")) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        int at = node.start();
        for (Node child : node.children()) {
            switch (child.type()) {
                case "string_start" -> parts.add(new Part(tree.text(child).replaceAll("[fF]", ""), false));
                case "interpolation" -> {
                    Node expression = child.field("expression");
                    if (expression == null || !isPlain(tree, child, expression)) {
                        return Optional.empty();
                    }
                    parts.add(new Part(text(tree, at, child.start()), false));
                    parts.add(new Part(tree.text(expression), true));
                }
                case "string_end" -> {
                    parts.add(new Part(text(tree, at, child.start()), false));
                    parts.add(new Part(tree.text(child), false));
                }
                default -> {
                    continue;
                }
            }
            at = child.end();
        }
        return Optional.of(parts);
    }

    /** Whether the braces hold the expression alone: no conversion, no format. */
    private static boolean isPlain(SyntaxTree tree, Node interpolation, Node expression) {
        return tree.text(interpolation).equals("{" + tree.text(expression) + "}");
    }

    private static String text(SyntaxTree tree, int start, int end) {
        return tree.text(start, end).replace("{{", "{").replace("}}", "}");
    }

    /** {@code "… %s …" % x} and {@code "… %s …" % (x, y)}. */
    static Optional<List<Part>> ofPercent(SyntaxTree tree, Node node) {
        Node left = node.field("left");
        Node right = node.field("right");
        if (left == null || right == null) {
            return Optional.empty();
        }
        List<Node> values = right.is("tuple") ? right.namedChildren() : List.of(right);
        return Literal.of(tree, left).flatMap(literal -> {
            List<Part> parts = new ArrayList<>();
            parts.add(new Part(literal.open(), false));
            Matcher places = PERCENT.matcher(literal.content());
            StringBuilder text = new StringBuilder();
            int at = 0;
            int next = 0;
            while (places.find()) {
                text.append(literal.content(), at, places.start());
                at = places.end();
                if (places.group(1).equals("%")) {
                    text.append('%');
                } else if ("sdr".contains(places.group(1)) && next < values.size()) {
                    parts.add(new Part(text.toString(), false));
                    parts.add(new Part(tree.text(values.get(next++)), true));
                    text.setLength(0);
                } else {
                    return Optional.empty();
                }
            }
            parts.add(new Part(text + literal.content().substring(at), false));
            parts.add(new Part(literal.close(), false));
            return next == values.size() ? Optional.of(parts) : Optional.empty();
        });
    }

    /** {@code "… {} … {1}".format(x, y)}. */
    static Optional<List<Part>> ofFormat(SyntaxTree tree, Node node) {
        Node called = node.field("function");
        Node object = called == null ? null : called.field("object");
        Node arguments = node.field("arguments");
        if (object == null || arguments == null) {
            return Optional.empty();
        }
        List<Node> values = arguments.namedChildren();
        boolean plain = values.stream()
                .noneMatch(v -> v.is("keyword_argument") || v.type().endsWith("_splat"));
        return !plain
                ? Optional.empty()
                : Literal.of(tree, object).flatMap(literal -> {
                    List<Part> parts = new ArrayList<>();
                    parts.add(new Part(literal.open(), false));
                    Matcher places = BRACES.matcher(literal.content());
                    StringBuilder text = new StringBuilder();
                    int at = 0;
                    int next = 0;
                    while (places.find()) {
                        text.append(literal.content(), at, places.start());
                        at = places.end();
                        String number = places.group(1);
                        if (number != null) {
                            int index = number.isEmpty()
                                    ? next++
                                    : Integer.parseInt(number.substring(0, Math.min(3, number.length())));
                            if (index >= values.size()) {
                                return Optional.empty();
                            }
                            parts.add(new Part(text.toString(), false));
                            parts.add(new Part(tree.text(values.get(index)), true));
                            text.setLength(0);
                        } else if (places.end() - places.start() == 2) {
                            text.append(places.group().charAt(0));
                        } else {
                            return Optional.empty();
                        }
                    }
                    parts.add(new Part(text + literal.content().substring(at), false));
                    parts.add(new Part(literal.close(), false));
                    return Optional.of(parts);
                });
    }

    /** {@code "… " + x + " …"}; literals must be written alike to become one. */
    static Optional<List<Part>> ofSum(SyntaxTree tree, Node node) {
        List<Node> terms = new ArrayList<>();
        flatten(node, terms, 0);
        List<Part> parts = new ArrayList<>();
        String open = "";
        String close = "";
        for (Node term : terms) {
            Optional<Literal> literal = Literal.of(tree, term);
            if (literal.isEmpty() && (term.is("string") || term.is("binary_operator"))) {
                return Optional.empty();
            }
            if (literal.isPresent()) {
                boolean alike = open.isEmpty() || open.equals(literal.get().open());
                if (!alike) {
                    return Optional.empty();
                }
                open = literal.get().open();
                close = literal.get().close();
                parts.add(new Part(literal.get().content(), false));
            } else {
                parts.add(new Part(withoutStr(tree, term), true));
            }
        }
        if (open.isEmpty()) {
            return Optional.empty();
        }
        parts.addFirst(new Part(open, false));
        parts.add(new Part(close, false));
        return Optional.of(parts);
    }

    private static void flatten(Node node, List<Node> terms, int depth) {
        Node left = node.field("left");
        Node right = node.field("right");
        boolean sum = node.is("binary_operator") && Node.is(node.field("operator"), "+");
        if (sum && left != null && right != null && depth < 100) {
            flatten(left, terms, depth + 1);
            flatten(right, terms, depth + 1);
        } else {
            terms.add(node);
        }
    }

    /** {@code str(x)} was needed for the text only. */
    private static String withoutStr(SyntaxTree tree, Node term) {
        Node arguments = term.field("arguments");
        boolean str =
                term.is("call") && tree.textOrEmpty(term.field("function")).equals("str");
        return str && arguments != null && arguments.namedChildren().size() == 1
                ? tree.text(arguments.namedChildren().getFirst())
                : tree.text(term);
    }
}
