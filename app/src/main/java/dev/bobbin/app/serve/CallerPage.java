package dev.bobbin.app.serve;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.JsonLexer;
import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What a caller in Fabric sends, and what one has to know of it: prose to read, with the body as code. */
final class CallerPage extends ScrollPane {

    private static final double LINE = 18;
    private static final double FRAME = 14;

    /** A longer body scrolls by itself. */
    private static final int MOST_LINES = 12;

    private final Label sends = Controls.wrapped("");
    private final ReadOnlyCode body = new ReadOnlyCode(text("call.body"), JsonLexer::tokens);
    private final Label user = Controls.wrapped("");
    private final VBox remarks = new VBox(Spacing.XS);
    private final VBox notes = new VBox(Spacing.XS);

    CallerPage() {
        setId("call-page");
        setAccessibleText(text("call.title"));
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
        body.area().setId("call-body");
        user.setId("call-user");
        body.area().setWrapText(true);
        VBox page = new VBox(Spacing.S, sends, body, user, remarks, notes);
        page.getStyleClass().add("caller-page");
        setContent(page);
    }

    void show(CallContent.Explained explained) {
        sends.setText(explained.sends());
        body.show(explained.body());
        long lines = Math.min(MOST_LINES, explained.body().lines().count());
        body.setMinHeight(lines * LINE + FRAME);
        body.setPrefHeight(lines * LINE + FRAME);
        user.setText(explained.user());
        list(remarks, "call.remarks", explained.remarks());
        list(notes, "call.know", explained.notes());
        setVvalue(0);
    }

    private static void list(VBox box, String heading, List<String> lines) {
        Controls.show(box, !lines.isEmpty());
        box.getChildren().setAll(Controls.label(text(heading), "caller-heading"));
        lines.forEach(line -> box.getChildren().add(Controls.wrapped("• " + line)));
    }
}
