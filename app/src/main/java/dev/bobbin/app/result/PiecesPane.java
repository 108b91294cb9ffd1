package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.app.l10n.Durations;
import dev.bobbin.app.workspace.StreamedPiece;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** A streamed answer piece by piece: when each came, how long it was, how it begins. */
final class PiecesPane extends StackPane {

    private static final double NARROW = 72;
    private static final double TIME = 112;
    private static final double WIDE = 420;

    private final TableView<StreamedPiece> table = new TableView<>();

    PiecesPane() {
        table.setId("output-pieces");
        table.setAccessibleText(text("result.way.PIECES"));
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.getColumns().add(WordColumns.of(text("pieces.number"), NARROW, piece -> "" + piece.number()));
        table.getColumns().add(WordColumns.of(text("pieces.after"), TIME, piece -> Durations.text(piece.after())));
        table.getColumns().add(WordColumns.of(text("pieces.length"), NARROW * 1.3, piece -> "" + piece.length()));
        table.getColumns()
                .add(WordColumns.of(
                        text("pieces.text"), WIDE, piece -> piece.beginning().strip()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        getChildren().add(table);
    }

    void show(List<StreamedPiece> pieces) {
        table.getItems().setAll(pieces);
    }
}
