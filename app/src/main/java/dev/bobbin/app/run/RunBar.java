package dev.bobbin.app.run;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.command.Command;
import dev.bobbin.app.command.CommandControls;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Run, Stop, and what the run is doing. */
public final class RunBar extends VBox {

    /** Least width of the bar with the words of both buttons, in whatever language. */
    private static final double BOTH_WORDS = 280;

    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");

    public RunBar(RunViewModel run, CommandControls commands) {
        super(Spacing.S);
        getStyleClass().add("run-bar");
        Button start = commands.button(Command.RUN);
        start.setId("run");
        start.getStyleClass().add("accent");
        start.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(start, Priority.ALWAYS);
        // While something runs it keeps the keyboard, which would go to whatever comes next, and says so when pressed.
        BooleanBinding canRun = run.canRun();
        start.disableProperty().unbind();
        start.disableProperty().bind(canRun.or(run.active()).not());
        run.active().addListener((_, _, active) -> start.pseudoClassStateChanged(BUSY, active));
        start.setOnAction(_ -> {
            if (run.active().get()) {
                run.tellActive(stopKeys());
            } else {
                commands.give(Command.RUN);
            }
        });
        Button stop = commands.button(Command.STOP);
        stop.setId("stop");
        // Where there is little room, as in large type, Run keeps its word and Stop its sign.
        start.setMinWidth(USE_PREF_SIZE);
        stop.setMinWidth(0);
        stop.contentDisplayProperty()
                .bind(widthProperty()
                        .map(width ->
                                width.doubleValue() < BOTH_WORDS ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        HBox buttons = new HBox(Spacing.S, start, stop);
        ProgressBar progress = new ProgressBar();
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("small");
        progress.setAccessibleText(text("run.progress"));
        Label status = Controls.label("", "text-muted", "text-small");
        status.setId("run-status");
        status.textProperty().bind(run.status());
        VBox doing = new VBox(Spacing.XS, progress, status);
        doing.setAlignment(Pos.CENTER_LEFT);
        Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> run.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        run.active().addListener((_, _, active) -> {
            // An indeterminate bar animates, and costs, as long as it is in the scene.
            progress.setProgress(active ? -1 : 0);
            if (active) {
                seconds.playFromStart();
            } else {
                seconds.stop();
            }
        });
        progress.setProgress(0);
        doing.visibleProperty().bind(run.active());
        doing.managedProperty().bind(run.active());
        getChildren().addAll(doing, buttons);
        tellWhenAskedAgain(run);
    }

    private static String stopKeys() {
        return KeyCombination.valueOf(Command.STOP.shortcut()).getDisplayText();
    }

    /** The keys of Run do nothing while something runs: a command that cannot be given has none. That must not go unsaid. */
    private void tellWhenAskedAgain(RunViewModel run) {
        KeyCombination keys = KeyCombination.valueOf(Command.RUN.shortcut());
        EventHandler<KeyEvent> teller = event -> {
            if (keys.match(event) && run.active().get()) {
                run.tellActive(stopKeys());
                event.consume();
            }
        };
        sceneProperty().addListener((_, before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, teller);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, teller);
            }
        });
    }
}
