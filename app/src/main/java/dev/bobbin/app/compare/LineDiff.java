package dev.bobbin.app.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Two texts as one: the lines of both in order, each with whose it is.
 *
 * @param places how many places differ
 */
record LineDiff(List<Line> lines, int places) {

    /** Whose a line is. */
    enum Side {
        BOTH("  "),
        BEFORE("− "),
        AFTER("+ "),
        /** Stands for lines of both that are left out. */
        GAP("⋯ ");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }
    }

    /** A line of one text or of both. */
    record Line(Side side, String text) {

        /** With its sign, so that colours are not needed to tell whose it is. */
        String marked() {
            return side.sign + text;
        }
    }

    /**
     * Only what differs, with some lines around it.
     *
     * @param context how many lines are kept on each side of a difference
     * @param gap what stands for that many lines that are left out
     */
    LineDiff around(int context, IntFunction<String> gap) {
        List<Line> kept = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            boolean same = lines.get(from).side() == Side.BOTH;
            while (to < lines.size() && (lines.get(to).side() == Side.BOTH) == same) {
                to++;
            }
            int head = from == 0 ? 0 : context;
            int tail = to == lines.size() ? 0 : context;
            int left = to - from - head - tail;
            if (same && left > 1) {
                kept.addAll(lines.subList(from, from + head));
                kept.add(new Line(Side.GAP, gap.apply(left)));
                kept.addAll(lines.subList(to - tail, to));
            } else {
                kept.addAll(lines.subList(from, to));
            }
            from = to;
        }
        return new LineDiff(List.copyOf(kept), places);
    }

    /** Numbers of the lines at which differences begin. */
    List<Integer> starts() {
        return IntStream.range(0, lines.size())
                .filter(line -> differs(line) && (line == 0 || !differs(line - 1)))
                .boxed()
                .toList();
    }

    private boolean differs(int line) {
        return lines.get(line).side() == Side.BEFORE || lines.get(line).side() == Side.AFTER;
    }

    static LineDiff of(String before, String after) {
        List<String> old = List.of(before.split("\n", -1));
        List<String> fresh = List.of(after.split("\n", -1));
        List<AbstractDelta<String>> deltas = DiffUtils.diff(old, fresh).getDeltas();
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : deltas) {
            add(lines, Side.BOTH, old.subList(at, delta.getSource().getPosition()));
            add(lines, Side.BEFORE, delta.getSource().getLines());
            add(lines, Side.AFTER, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(lines, Side.BOTH, old.subList(at, old.size()));
        return new LineDiff(lines, deltas.size());
    }

    private static void add(List<Line> lines, Side side, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(side, text)));
    }
}
