package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Cards can be read and answered, however many buttons they have. */
class NoticeCardsTest {

    private static final double LEAST_TEXT = 200;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void speakEnglish() {
        Messages.use("en");
    }

    @ParameterizedTest
    @CsvSource({"en, 1", "de, 1", "en, 2", "de, 2"})
    void theWidestNoticesFitIntoTheWindow(String language, double zoom) throws Exception {
        Messages.use(language);
        List<String> labels = Stream.of("share.save", "share.withSchema", "share.withData", "choice.cancel")
                .map(key -> text(key))
                .toList();
        WaitForAsyncUtils.asyncFx(() -> {
                    Notices notices = new Notices();
                    NoticeCards cards = new NoticeCards(notices, new SameThreadTaskRunner());
                    ZoomPane pane = new ZoomPane(new StackPane(new Region(), cards));
                    Scene scene = new Scene(pane, 1280, 800);
                    pane.zoomProperty().set(zoom);
                    notices.show(new Notice(
                            "wide",
                            Notice.Kind.QUESTION,
                            text("notice.saving", "function_app.py"),
                            labels.stream()
                                    .map(label -> new Notice.Choice(label, () -> {}))
                                    .toList()));
                    pane.applyCss();
                    pane.layout();
                    assertThat(((Region) cards.lookup(".notice-text")).getWidth())
                            .isGreaterThanOrEqualTo(LEAST_TEXT);
                    assertThat(cards.lookupAll(".button")).hasSize(labels.size());
                    for (Node button : cards.lookupAll(".button")) {
                        Bounds seen = button.localToScene(button.getLayoutBounds());
                        assertThat(seen.getMinX()).isNotNegative();
                        assertThat(seen.getMinY()).isNotNegative();
                        assertThat(seen.getMaxX()).isLessThanOrEqualTo(scene.getWidth());
                        assertThat(seen.getMaxY()).isLessThanOrEqualTo(scene.getHeight());
                    }
                })
                .get();
    }

    @Test
    void escapeTakesTheChoiceThatLeavesAllAsItIs() throws Exception {
        List<String> chosen = new ArrayList<>();
        WaitForAsyncUtils.asyncFx(() -> {
                    Notices notices = new Notices();
                    NoticeCards cards = new NoticeCards(notices, new SameThreadTaskRunner());
                    notices.show(new Notice(
                            "question",
                            Notice.Kind.QUESTION,
                            "?",
                            List.of(
                                    Notice.Choice.decline("no", () -> chosen.add("no")),
                                    new Notice.Choice("yes", () -> chosen.add("yes")))));
                    escape(cards);
                    notices.show(new Notice(
                            "other",
                            Notice.Kind.QUESTION,
                            "?",
                            List.of(new Notice.Choice("forget", () -> chosen.add("forget")))));
                    escape(cards);
                    assertThat(notices.shown()).hasSize(1);
                })
                .get();
        assertThat(chosen).containsExactly("no");
    }

    private static void escape(NoticeCards cards) {
        cards.lookup(".button")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
    }
}
