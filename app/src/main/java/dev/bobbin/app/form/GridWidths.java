package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Makes the columns of a grid as wide as what they hold. Distances are in pixels. */
final class GridWidths {

    /** Where nothing stands yet. */
    static final double LEAST = 110;

    private static final double MOST = 360;

    /** A usual letter, and one of the small ones that tell a column's type. */
    private static final double LETTER = 7.5;

    private static final double SMALL_LETTER = 6.5;
    private static final double PADDING = 24;

    /** Looking at all of a large table would take too long; the rest is mostly like its beginning. */
    private static final int ROWS = 50;

    private GridWidths() {}

    /** The width in which the head of a column can be read. */
    static double ofHead(GridColumn column) {
        double words = column.name().length() * LETTER
                + text("grid.kind." + column.kind()).length() * SMALL_LETTER;
        return Math.clamp(words + PADDING, LEAST, MOST);
    }

    /** Makes columns wider for what the first rows hold; none is made narrower while somebody works with it. */
    static void fit(TableView<List<JsonNode>> table) {
        List<List<JsonNode>> rows = table.getItems();
        List<List<JsonNode>> first = rows.subList(0, Math.min(ROWS, rows.size()));
        for (int i = 0; i < table.getColumns().size(); i++) {
            int place = i;
            int longest = first.stream()
                    .filter(row -> place < row.size())
                    .mapToInt(row -> GridColumn.write(row.get(place)).length())
                    .max()
                    .orElse(0);
            TableColumn<?, ?> column = table.getColumns().get(i);
            double wanted = Math.min(MOST, longest * LETTER + PADDING);
            if (wanted > column.getWidth()) {
                column.setPrefWidth(wanted);
            }
        }
    }
}
