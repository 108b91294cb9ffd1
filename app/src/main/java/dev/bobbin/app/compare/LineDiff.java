package dev.bobbin.app.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

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
        AFTER("+ ");

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
