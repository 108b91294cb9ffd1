package dev.bobbin.app.data.documents;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.JsonLexer;
import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.WordColumns;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The events that runs have published, newest first, beside the chosen one in full. */
public final class EventsPage extends VBox {

    private static final double ROW_HEIGHT = 26;
    private static final double TIME_WIDTH = 200;
    private static final double TYPE_WIDTH = 240;
    private static final double LIST_SHARE = 0.56;

    private final TableView<EventData.Event> list = new TableView<>();

    public EventsPage(EventsViewModel model) {
        list.setId("events");
        list.setAccessibleText(text("data.events.name"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.getStyleClass().addAll("edge-to-edge", "dense");
        list.setPlaceholder(
                new EmptyState(Feather.RADIO, text("data.events.empty.title"), text("data.events.empty.hint")));
        list.getColumns().add(WordColumns.of(text("data.events.time"), TIME_WIDTH, EventData.Event::time));
        list.getColumns().add(WordColumns.of(text("data.events.type"), TYPE_WIDTH, EventData.Event::type));
        list.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, event) -> model.look(event));
        ReadOnlyCode detail = new ReadOnlyCode(text("data.events.detail"), JsonLexer::tokens);
        detail.area().setId("event-detail");
        model.detailProperty().addListener((_, _, json) -> detail.show(json));
        SplitPane split = new SplitPane(list, detail);
        split.setDividerPositions(LIST_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Pages.bar(Pages.live(model.summaryProperty(), "text-muted", "text-small")),
                        split,
                        Pages.problem("events-problem", model.problemProperty()));
        model.eventsProperty().addListener((_, _, events) -> show(events));
        show(model.eventsProperty().get());
    }

    private void show(List<EventData.Event> events) {
        list.setItems(FXCollections.observableList(events));
        // Beside it stands what an event says; an empty half would say nothing.
        list.getSelectionModel().selectFirst();
    }
}
