package dev.bobbin.app.help;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** A Markdown text laid out: headings, paragraphs, lists and tables. May be made on any thread. */
final class MarkdownPage {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final double PERCENT = 100;

    /** A first column holds names: half as wide as the others. */
    private static final double FIRST_COLUMN = 0.5;

    private final List<Block> blocks = new ArrayList<>();
    private final VBox content = new VBox(Spacing.M);

    private MarkdownPage() {
        content.getStyleClass().add("markdown");
    }

    static MarkdownPage of(String markdown) {
        MarkdownPage page = new MarkdownPage();
        page.add(page.content, PARSER.parse(markdown));
        return page;
    }

    /** The whole page. */
    Pane content() {
        return content;
    }

    /** Its parts, from top to bottom. */
    List<Block> blocks() {
        return blocks;
    }

    private void add(Pane place, Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> place.getChildren().add(heading(heading));
                case ListBlock list -> place.getChildren().add(list(list));
                case TableBlock table -> place.getChildren().add(table(table));
                default -> place.getChildren().add(block(Inline.flow(node), node));
            }
        }
    }

    private javafx.scene.Node block(javafx.scene.Node shown, Node node) {
        shown.getStyleClass().add("markdown-block");
        blocks.add(new Block(shown, Inline.text(node)));
        return shown;
    }

    private javafx.scene.Node heading(Heading heading) {
        Label title = Controls.wrapped(Inline.text(heading), "markdown-h" + heading.getLevel());
        return block(title, heading);
    }

    private VBox list(ListBlock list) {
        VBox entries = new VBox(Spacing.XS);
        int number = 1;
        for (Node entry = list.getFirstChild(); entry != null; entry = entry.getNext()) {
            VBox words = new VBox(Spacing.XS);
            add(words, entry);
            HBox.setHgrow(words, Priority.ALWAYS);
            Label sign = Controls.label(list instanceof BulletList ? "•" : number++ + ".");
            sign.setMinWidth(Label.USE_PREF_SIZE);
            entries.getChildren().add(new HBox(Spacing.S, sign, words));
        }
        return entries;
    }

    private GridPane table(TableBlock table) {
        GridPane grid = new GridPane(Spacing.L, 0);
        grid.getStyleClass().add("markdown-table");
        int row = 0;
        for (Node section = table.getFirstChild(); section != null; section = section.getNext()) {
            for (Node line = section.getFirstChild(); line instanceof TableRow; line = line.getNext()) {
                row(grid, row++, (TableRow) line);
            }
        }
        int columns = grid.getColumnCount();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth((i == 0 ? FIRST_COLUMN : 1) * PERCENT / (columns - 1 + FIRST_COLUMN));
            grid.getColumnConstraints().add(width);
        }
        return grid;
    }

    private void row(GridPane grid, int row, TableRow line) {
        int column = 0;
        for (Node cell = line.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
            TextFlow words = Inline.flow(cell);
            words.getStyleClass().add(row == 0 ? "markdown-head" : "markdown-cell");
            grid.add(block(words, cell), column++, row);
        }
    }
}
