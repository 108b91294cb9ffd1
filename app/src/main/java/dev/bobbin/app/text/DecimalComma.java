package dev.bobbin.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Numbers as much of Europe writes them: a comma before the decimals, points between thousands. Whether cells are written so
 * is told by all of them together, since 1.000 alone may be a one as well as a thousand.
 */
public final class DecimalComma {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d+)?");

    /** A comma that cannot stand between thousands. */
    private static final Pattern BEFORE_DECIMALS =
            Pattern.compile("[+-]?(\\d+,(\\d{1,2}|\\d{4,})|(0|\\d{4,}),\\d+|\\d{1,3}(\\.\\d{3})+,\\d+)");

    /** A point that cannot. */
    private static final Pattern POINT_BEFORE_DECIMALS =
            Pattern.compile("[+-]?(\\d*\\.(\\d{1,2}|\\d{4,})|(0|\\d{4,})\\.\\d+|\\d{1,3}(,\\d{3})+\\.\\d+)");

    private DecimalComma() {}

    /** Cells with the numbers of columns that hold nothing else written with a point; the same list when none is to be changed. */
    public static List<List<String>> plain(List<List<String>> lines) {
        if (!isUsed(lines)) {
            return lines;
        }
        int width = lines.stream().mapToInt(List::size).max().orElse(0);
        boolean[] numbers = new boolean[width];
        IntStream.range(0, width).forEach(place -> numbers[place] = isNumbers(lines, place));
        List<List<String>> plain = new ArrayList<>(lines.size());
        for (List<String> line : lines) {
            List<String> cells = new ArrayList<>(line);
            for (int i = 0; i < cells.size(); i++) {
                if (numbers[i] && NUMBER.matcher(cells.get(i).strip()).matches()) {
                    cells.set(i, cells.get(i).replace(".", "").replace(',', '.'));
                }
            }
            plain.add(cells);
        }
        return plain;
    }

    private static boolean isUsed(List<List<String>> lines) {
        boolean used = false;
        for (List<String> line : lines) {
            for (String cell : line) {
                String bare = cell.strip();
                if (POINT_BEFORE_DECIMALS.matcher(bare).matches()) {
                    return false;
                }
                used |= BEFORE_DECIMALS.matcher(bare).matches();
            }
        }
        return used;
    }

    /** Whether there is nothing but numbers, below a name perhaps. */
    private static boolean isNumbers(List<List<String>> lines, int place) {
        return IntStream.range(0, lines.size()).allMatch(row -> {
            String cell =
                    place < lines.get(row).size() ? lines.get(row).get(place).strip() : "";
            return cell.isEmpty() || row == 0 || NUMBER.matcher(cell).matches();
        });
    }
}
