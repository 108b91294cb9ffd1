package dev.bobbin.app.welcome;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.FileDrop;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.samples.SampleItem;
import dev.bobbin.themes.Spacing;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The first page. */
public final class WelcomeView extends ScrollPane {

    private static final double START_WIDTH = 320;
    private static final double LEAST_START_WIDTH = 200;

    /** Below this there is room for one card beside what one starts with. */
    private static final double NARROW = 760;

    private static final double CARD_WIDTH = 256;
    private static final double PICTURE_HEIGHT = 108;

    /** Room for a scroll bar at the right. */
    private static final double SCROLL_BAR = 16;

    /** Around what a card shows, both sides together. */
    private static final double CARD_BORDER = 2;

    private final WelcomeViewModel welcome;
    private final ItemsView items;
    private final HBox page = new HBox();
    private final FlowPane cards = new FlowPane(Spacing.L, Spacing.L);
    private final VBox newItem = new VBox(Spacing.S);
    private final TextField name = new LimitedField();
    private final List<VBox> cardWords = new ArrayList<>();
    private final DoubleProperty cardHeight = new SimpleDoubleProperty(2 * PICTURE_HEIGHT);
    private Runnable focusStart = () -> {};

    /** @param items of a workspace, in place of the samples when there are some @param chooseFolder asks for a folder and opens it */
    public WelcomeView(WelcomeViewModel welcome, ItemsViewModel items, Runnable chooseFolder) {
        this.welcome = welcome;
        this.items = new ItemsView(items);
        getStyleClass().addAll("edge-to-edge", "welcome");
        setFitToWidth(true);
        VBox start = new VBox(Spacing.XL, heading(), actions(chooseFolder), new RecentView(welcome, this::focusStart));
        start.setPrefWidth(START_WIDTH);
        start.setMinWidth(LEAST_START_WIDTH);
        page.spacingProperty()
                .bind(widthProperty().map(width -> width.doubleValue() < NARROW ? Spacing.L : Spacing.XXL * 2));
        VBox gallery = gallery();
        gallery.setId("samples");
        HBox.setHgrow(gallery, Priority.ALWAYS);
        HBox.setHgrow(this.items, Priority.ALWAYS);
        page.getChildren().addAll(start, gallery, this.items);
        items.workspaceProperty().addListener((_, _, workspace) -> {
            showItems(gallery, workspace != null);
            focusStart();
        });
        showItems(gallery, items.workspaceProperty().get() != null);
        FileDrop.on(this, () -> true, dropped -> welcome.open(dropped.getFirst()));
        page.getStyleClass().add("welcome-page");
        setContent(page);
    }

    /** Gives the keyboard to what one does first here. */
    public void focusStart() {
        if (items.isVisible()) {
            items.focusStart();
        } else {
            focusStart.run();
        }
    }

    private void showItems(Node gallery, boolean shown) {
        Controls.show(gallery, !shown);
        Controls.show(items, shown);
        // The list scrolls itself, in the room there is.
        setFitToHeight(shown);
    }

    /** Opens the row for a new item's name. */
    public void askForName() {
        Controls.show(newItem, true);
        name.requestFocus();
    }

    private static Node heading() {
        return new VBox(
                Spacing.XS,
                Controls.label(text("welcome.title"), "welcome-title"),
                Controls.wrapped(text("welcome.subtitle"), "text-muted"));
    }

    private Node actions(Runnable chooseFolder) {
        Button open = action(Feather.FOLDER, "welcome.open", "welcome.open.hint", chooseFolder);
        open.getStyleClass().add("accent");
        open.setId("welcome-open");
        focusStart = open::requestFocus;
        Button create = action(Feather.FILE_PLUS, "welcome.new", "welcome.new.hint", this::askForName);
        create.setId("welcome-new");
        fillNewItem();
        return new VBox(Spacing.S, open, create, newItem);
    }

    private static Button action(Feather icon, String key, String hint, Runnable action) {
        Button button = new Button(text(key), Controls.icon(icon));
        button.setTooltip(new Tooltip(text(hint)));
        button.setAccessibleText(text(key));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(_ -> action.run());
        button.getStyleClass().add("welcome-action");
        return button;
    }

    private void fillNewItem() {
        name.setId("new-name");
        name.setPromptText(text("welcome.name"));
        name.setAccessibleText(text("welcome.name"));
        name.textProperty().bindBidirectional(welcome.newNameProperty());
        name.setOnAction(_ -> welcome.create());
        HBox.setHgrow(name, Priority.ALWAYS);
        Button create = new Button(text("welcome.create"));
        create.setId("create");
        create.getStyleClass().add("accent");
        create.disableProperty().bind(Bindings.not(welcome.nameAllowed()));
        create.setOnAction(_ -> welcome.create());
        create.setMaxHeight(Double.MAX_VALUE);
        Label refused = Controls.wrapped(text("welcome.name.rule"), "page-problem", "text-small");
        refused.setId("new-name-refused");
        refused.visibleProperty().bind(welcome.nameRefused());
        refused.managedProperty().bind(refused.visibleProperty());
        Label where = Controls.wrapped("", "text-muted", "text-small");
        where.textProperty().bind(welcome.newItemFolderProperty().map(folder -> text("welcome.newWhere", folder)));
        Button choose = new Button(text("welcome.newWhere.choose"), Controls.icon(Feather.FOLDER));
        choose.setId("new-item-folder");
        choose.getStyleClass().add("small");
        choose.setOnAction(_ -> FileDialogs.folder(
                getScene().getWindow(), text("welcome.newWhere.choose"), welcome.newItemFolderProperty()::set));
        newItem.getChildren().addAll(new HBox(Spacing.S, name, create), refused, where, choose);
        Controls.show(newItem, false);
    }

    private VBox gallery() {
        cards.setMinHeight(0);
        for (SampleItem sample : welcome.samples()) {
            cards.getChildren().add(sampleCard(sample));
        }
        return new VBox(
                Spacing.M,
                Controls.label(text("welcome.samples"), "section-title"),
                Controls.wrapped(text("welcome.samples.hint"), "text-muted"),
                cards);
    }

    private Node sampleCard(SampleItem sample) {
        Label title = Controls.wrapped(sample.title(), "card-title");
        Label sentence = Controls.wrapped(sample.description(), "text-muted");
        VBox words = new VBox(Spacing.S, title, sentence);
        words.getStyleClass().add("card-words");
        words.setPrefWidth(CARD_WIDTH);
        cardWords.add(words);
        VBox content = new VBox(picture(sample), words);
        Button button = card(content, sample.title() + ". " + sample.description());
        button.setId("sample-" + sample.id());
        button.getStyleClass().add("sample-card");
        // Said to it, because a button asks how high wrapped text is at its narrowest.
        button.setMinWidth(CARD_WIDTH);
        button.setMaxWidth(CARD_WIDTH);
        button.minHeightProperty().bind(cardHeight);
        button.maxHeightProperty().bind(cardHeight);
        button.setOnAction(_ -> welcome.open(sample));
        return button;
    }

    /** All cards are as high as the one with most to say, which depends on language and type. */
    @Override
    protected void layoutChildren() {
        double words = cardWords.stream()
                .mapToDouble(each -> each.prefHeight(CARD_WIDTH - CARD_BORDER))
                .max()
                .orElse(0);
        cardHeight.set(Math.ceil(PICTURE_HEIGHT + words + CARD_BORDER));
        // A flow pane tells its height for this width, whatever width it is given.
        Insets around = page.getInsets();
        double room = getWidth() - around.getLeft() - around.getRight() - START_WIDTH - page.getSpacing();
        cards.setPrefWrapLength(Math.max(CARD_WIDTH, room - SCROLL_BAR));
        super.layoutChildren();
    }

    /** Read in the background: the first page must not wait for it. */
    private Node picture(SampleItem sample) {
        SamplePicture picture = new SamplePicture(CARD_WIDTH - CARD_BORDER, PICTURE_HEIGHT);
        welcome.picture(sample, picture::show);
        return picture;
    }

    static Button card(Node content, String spoken) {
        Button button = new Button(null, content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAlignment(Pos.TOP_LEFT);
        button.setAccessibleText(spoken);
        return button;
    }
}
