package dev.bobbin.app.welcome;

import dev.bobbin.app.code.PythonLexer;
import dev.bobbin.app.code.Token;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.samples.SampleItem;
import dev.bobbin.themes.Fonts;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** A sample at a glance: some of its code as the editor shows it, and an icon of its kind of data. Words tell the same. */
final class SamplePicture extends StackPane {

    /** A picture of that size, in pixels; what does not fit is cut off. */
    SamplePicture(double width, double height) {
        getStyleClass().add("sample-picture");
        // Code begins on the left, whatever the language around it.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setMinSize(width, height);
        setMaxSize(width, height);
        setClip(new Rectangle(width, height));
    }

    void show(SampleItem.Picture picture) {
        Fonts.CODE.load();
        TextFlow code = code(picture.code());
        StackPane badge = new StackPane(Controls.icon(Feather.findByDescription("fth-" + picture.icon())));
        badge.getStyleClass().add("sample-badge");
        badge.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(code, Pos.TOP_LEFT);
        setAlignment(badge, Pos.BOTTOM_RIGHT);
        getChildren().setAll(code, badge);
    }

    private static TextFlow code(String source) {
        TextFlow code = new TextFlow();
        // Long lines go on behind the frame.
        code.setMinWidth(Region.USE_PREF_SIZE);
        int at = 0;
        for (Token token : PythonLexer.tokens(source)) {
            Text coloured = text(source.substring(token.start(), token.end()));
            coloured.getStyleClass().add(token.kind().styleClass());
            code.getChildren().addAll(text(source.substring(at, token.start())), coloured);
            at = token.end();
        }
        code.getChildren().add(text(source.substring(at)));
        return code;
    }

    private static Text text(String part) {
        Text text = new Text(part);
        text.getStyleClass().add("text");
        return text;
    }
}
