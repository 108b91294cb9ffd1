package dev.bobbin.app.help;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.Overlay;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.themes.Spacing;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A page of the documentation over the window, with a field that finds words in it. */
public final class HelpPane extends Overlay {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 640;
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Callable<String> source;
    private final TaskRunner tasks;
    private final TextField words = new LimitedField();
    private final Label count = Controls.label("", "text-muted", "text-small");
    private final ScrollPane scroll = new ScrollPane();
    private @Nullable MarkdownPage page;
    private PageSearch search = new PageSearch(List.of());

    /** @param source gives the page as Markdown; called in the background when it is first shown */
    public HelpPane(Callable<String> source, TaskRunner tasks) {
        super("differences", text("help.differences"), text("help.close"));
        this.source = source;
        this.tasks = tasks;
        setMaxSize(WIDTH, HEIGHT);
        words.setId("help-search");
        words.setPromptText(text("help.search"));
        words.setAccessibleText(text("help.search"));
        words.textProperty().addListener((_, _, wanted) -> {
            search.find(wanted);
            mark();
        });
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        HBox.setHgrow(words, Priority.ALWAYS);
        count.setId("help-count");
        HBox bar = new HBox(
                Spacing.S,
                words,
                count,
                Controls.iconButton(Feather.CHEVRON_UP, text("help.previous"), () -> step(false)),
                Controls.iconButton(Feather.CHEVRON_DOWN, text("help.next"), () -> step(true)));
        bar.setAlignment(Pos.CENTER_LEFT);
        scroll.setId("help-page");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(text("help.differences"));
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(bar, scroll);
    }

    @Override
    protected void opened() {
        words.requestFocus();
        if (page == null) {
            tasks.run(
                    () -> MarkdownPage.of(source.call()),
                    this::show,
                    e -> scroll.setContent(Controls.wrapped(text("help.notShown", e))));
        }
    }

    private void show(MarkdownPage made) {
        page = made;
        scroll.setContent(made.content());
        search = new PageSearch(made.blocks().stream().map(Block::text).toList());
        search.find(words.getText());
        mark();
    }

    private void step(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            step(!event.isShiftDown());
            event.consume();
        }
    }

    private void step(boolean forward) {
        search.step(forward);
        mark();
    }

    private void mark() {
        MarkdownPage shown = page;
        if (shown == null) {
            return;
        }
        for (int i = 0; i < shown.blocks().size(); i++) {
            Node node = shown.blocks().get(i).node();
            node.pseudoClassStateChanged(FOUND, search.holds(i));
            node.pseudoClassStateChanged(CURRENT, search.part() == i);
        }
        boolean searching = !words.getText().isBlank();
        count.setText(searching ? text("help.count", search.place(), search.places()) : "");
        if (search.part() >= 0) {
            reveal(shown, shown.blocks().get(search.part()).node());
        }
    }

    private void reveal(MarkdownPage shown, Node node) {
        scroll.layout();
        Bounds place = shown.content().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden = shown.content().getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            double above = scroll.getViewportBounds().getHeight() / 3;
            scroll.setVvalue(Math.clamp((place.getMinY() - above) / hidden, 0, 1));
        }
    }
}
