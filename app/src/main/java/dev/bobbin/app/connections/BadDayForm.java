package dev.bobbin.app.connections;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.Words;
import dev.bobbin.emulator.standin.badday.Failure;
import dev.bobbin.themes.Spacing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The bad-day switches of a connection. They stay on until they are switched off. */
final class BadDayForm extends VBox {

    private static final double NUMBER_WIDTH = 72;

    private final ConnectionsViewModel connections;
    private final ComboBox<Optional<Failure>> failure = new ComboBox<>();
    private final TextField after = number("after");
    private final TextField latency = number("latency");
    private final Label problem = Controls.wrapped("", "request-problem", "text-small");

    BadDayForm(ConnectionsViewModel connections) {
        super(Spacing.S);
        this.connections = connections;
        List<Optional<Failure>> failures = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Failure.values()).map(Optional::of).forEach(failures::add);
        failure.setId("bad-day-failure");
        failure.setAccessibleText(text("connections.badDay.failure"));
        failure.getItems().setAll(failures);
        failure.setConverter(new Words<>(
                kind -> text("connections.failure." + kind.map(Enum::name).orElse("NONE"))));
        after.disableProperty().bind(failure.valueProperty().map(Optional::isEmpty));
        problem.setId("bad-day-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Button apply = new Button(text("connections.badDay.apply"), Controls.icon(Feather.CLOUD_LIGHTNING));
        apply.setId("bad-day-apply");
        apply.getStyleClass().add("small");
        apply.setOnAction(_ -> apply());
        FlowPane fields = new FlowPane(
                Spacing.M,
                Spacing.S,
                failure,
                labelled("connections.badDay.after", after),
                labelled("connections.badDay.latency", latency),
                apply);
        getChildren()
                .addAll(
                        Controls.label(text("connections.badDay.title"), "section-title"),
                        Controls.wrapped(text("connections.badDay.hint"), "text-muted", "text-small"),
                        fields,
                        problem);
    }

    void show(Connection connection) {
        BadDaySettings settings = BadDaySettings.of(connection.badDay());
        failure.setValue(settings.failure());
        after.setText(settings.afterCalls());
        latency.setText(settings.latencyMillis());
        problem.setText("");
    }

    private void apply() {
        BadDaySettings settings = new BadDaySettings(failure.getValue(), after.getText(), latency.getText());
        problem.setText(connections.setBadDay(settings).orElse(""));
    }

    private static TextField number(String name) {
        TextField field = new LimitedField();
        field.setId("bad-day-" + name);
        field.setPromptText("0");
        field.setAccessibleText(text("connections.badDay." + name));
        field.setPrefWidth(NUMBER_WIDTH);
        return field;
    }

    private static HBox labelled(String key, TextField field) {
        Label label = Controls.label(text(key), "text-small");
        label.setLabelFor(field);
        HBox row = new HBox(Spacing.XS, label, field);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
