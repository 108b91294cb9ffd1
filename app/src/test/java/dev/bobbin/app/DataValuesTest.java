package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Documents, secrets, variables and events as a user meets them in the real window, and what is kept of data as a whole. */
class DataValuesTest extends DataInWindow {

    @Test
    void whatIsWrittenInDocumentsStaysUntilItIsSavedOrGivenUp() throws Exception {
        Path seed = Files.createDirectories(standIns.resolve("Store.cosmos/seed/shop"));
        Files.writeString(seed.resolve("orders.json"), "[{\"id\": \"A\", \"n\": 1}, {\"id\": \"B\", \"n\": 2}]");
        Files.writeString(seed.resolve("orders.settings.json"), "{\"partitionKey\": {\"paths\": [\"/id\"]}}");
        open(KeyCode.DIGIT6);
        choose("Store", "orders");
        until(() -> bench.exists("A") && bench.exists("B"));
        robot.clickOn("A");
        until(() -> document().contains("\"A\""));
        assertThat(robot.lookup("#document-save").query().isDisabled()).isTrue();
        robot.clickOn("#document-editor").push(KeyCode.CONTROL, KeyCode.A).write("mine");
        robot.clickOn("B");
        until(() -> document().contains("\"B\""));
        assertThat(bench.exists("• A")).as("the list marks it").isTrue();
        assertThat(bench.exists("• B")).isFalse();
        robot.clickOn("#document-add");
        until(() -> document().equals("{\n  \"id\": \"\"\n}"));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("new");

        // Neither another place nor another question to the container takes it away.
        choose("vault");
        until(() -> bench.exists("#secrets"));
        choose("orders");
        until(() -> document().equals("new"));
        robot.clickOn("#documents-query").push(KeyCode.CONTROL, KeyCode.A).write("SELECT * FROM c WHERE c.id = 'B'");
        robot.push(KeyCode.ENTER);
        until(() -> !bench.exists("• A"));
        robot.clickOn(() -> robot.from(robot.lookup("#documents-unsaved")).lookup("A"));
        until(() -> document().equals("mine"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        until(() -> bench.exists("#notice-unsaved-texts"));
        assertThat(robot.window(0).isShowing()).isTrue();
        robot.push(KeyCode.ESCAPE);

        robot.clickOn("#document-discard");
        until(() -> document().contains("\"n\""));
        assertThat(robot.from(robot.lookup("#documents-unsaved")).lookup("A").tryQuery())
                .isEmpty();
        robot.clickOn("#document-editor").push(KeyCode.CONTROL, KeyCode.A).write("{\"id\": \"A\", \"n\": 3");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> bench.exists("#documents-problem"));
        assertThat(document()).as("what is refused stays").contains("3");
    }

    private String document() {
        return bench.exists("#document-editor") ? bench.area("#document-editor").getText() : "";
    }

    @Test
    void secretsAreMaskedChangedComparedWithASnapshotRestoredAndResetWithTheirStandIn() throws Exception {
        open(KeyCode.DIGIT6);
        choose("vault");
        until(() -> bench.exists("#secrets") && bench.exists("#snapshots"));
        click("#secrets", "api-key");
        assertThat(bench.exists("s3cret")).isFalse();
        robot.clickOn("#secret-reveal");
        until(() -> bench.exists("s3cret"));

        openSnapshots().push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> bench.focused() instanceof TextField);
        Region strip = (Region) robot.lookup(".prompt").match(Node::isVisible).query();
        until(() -> strip.getHeight() >= strip.prefHeight(strip.getWidth()));
        assertThat(((TextField) bench.focused()).getText())
                .as("a name, to begin with")
                .isNotBlank();
        robot.push(KeyCode.BACK_SPACE).push(KeyCode.ENTER);
        until(() -> bench.isTold("needs a name"));
        robot.write("before").push(KeyCode.ENTER);
        until(() -> bench.isTold("The snapshot before of vault was taken."));
        Path vault = standIns.resolve("vault.secrets.json");
        changeSecret(vault);
        ofSnapshot(2);
        until(() -> bench.exists("#since"));
        until(() -> bench.text("#since-summary").equals("1 change"));
        assertThat(robot.lookup("#since-changes").queryListView().getItems().toString())
                .contains("api-key")
                .doesNotContain("other", "s3cret");
        robot.push(KeyCode.ESCAPE);
        until(() -> !bench.exists("#since"));
        click("#secrets", "api-key");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> isAsBefore(vault));

        changeSecret(vault);
        ofSnapshot(1);
        until(() -> bench.isTold("Make the data of vault what it was in the snapshot before?"));
        robot.push(KeyCode.ENTER);
        until(() -> isAsBefore(vault));
        until(() -> bench.isTold("vault is as it was in the snapshot before."));

        runElsewhere("DELETE FROM dbo.Orders");
        choose("Sales", "dbo.Orders");
        until(() -> bench.exists("#data-rows") && rows("#data-rows").getItems().isEmpty());
        choose("Sales");
        openSnapshots().push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> bench.isTold("Make Sales what it is when it is new?"));
        robot.push(KeyCode.ENTER);
        until(() -> bench.isTold("Sales is as when it was new."));
        choose("dbo.Orders");
        until(() -> bench.exists("#data-rows") && rows("#data-rows").getItems().size() == 2);
    }

    @Test
    void aQuestionIsGivenUpWhenSomethingElseIsShown() throws Exception {
        Path others = Files.writeString(standIns.resolve("other.secrets.json"), "{\"api-key\": \"theirs\"}");
        open(KeyCode.DIGIT6);
        choose("vault");
        until(() -> bench.exists("#secrets"));
        click("#secrets", "api-key");
        robot.push(KeyCode.F2);
        until(() -> bench.focused() instanceof PasswordField);
        robot.write("mine");
        choose("other");
        until(() -> bench.text("#place-title").equals("other"));
        until(() -> !bench.exists("#prompt"));
        click("#secrets", "api-key");
        robot.push(KeyCode.F2);
        until(() -> bench.focused() instanceof PasswordField);
        robot.push(KeyCode.ESCAPE);
        until(() -> !bench.exists("#prompt"));
        assertThat(others).content().contains("theirs");
    }

    /** Neither the new value nor a version of it. */
    private static boolean isAsBefore(Path vault) throws IOException {
        return Files.readString(vault).replaceAll("\\s", "").equals("{\"api-key\":\"s3cret\"}");
    }

    private void changeSecret(Path vault) throws Exception {
        click("#secrets", "api-key");
        robot.push(KeyCode.F2);
        until(() -> bench.focused() instanceof PasswordField);
        robot.write("other").push(KeyCode.ENTER);
        until(() -> Files.readString(vault).contains("other"));
    }

    /** Chooses something to do with the only snapshot. @param number its place: restore 1, compare 2 */
    private void ofSnapshot(int number) throws Exception {
        openSnapshots().push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.RIGHT);
        for (int i = 1; i < number; i++) {
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.ENTER);
    }

    private FxRobot openSnapshots() throws Exception {
        until(() -> !robot.lookup("#snapshots").query().isDisabled());
        robot.clickOn("#snapshots");
        until(robot.lookup("#snapshots").queryAs(MenuButton.class)::isShowing);
        return robot;
    }

    @Test
    void variablesAreSetAndEventsAreReadAsTheyCome() throws Exception {
        Path library = standIns.resolve("Library.variables.json");
        Files.writeString(library, "{\"Days\": 5}");
        Path events =
                Files.createDirectories(standIns.resolve("Parcels.events")).resolve("events.jsonl");
        Files.writeString(events, event("Sent", "P-1"));
        open(KeyCode.DIGIT6);
        choose("Library");
        click("#variables", "5");
        robot.push(KeyCode.F2);
        until(() -> bench.focused() instanceof TextField);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("7").push(KeyCode.ENTER);
        until(() -> Files.readString(library).contains("7"));
        robot.clickOn("#add-variable").write("City").push(KeyCode.ENTER);
        until(() -> bench.focused() instanceof TextField);
        robot.write("Bonn").push(KeyCode.ENTER);
        until(() -> Files.readString(library).contains("Bonn"));
        until(() -> bench.focused().getId().equals("add-variable"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> !Files.readString(library).contains("Bonn"));

        choose("Parcels");
        until(() -> bench.says("#event-detail", "P-1"));
        Files.writeString(events, event("Lost", "P-2"), StandardOpenOption.APPEND);
        until(() -> bench.exists("#events")
                && robot.lookup("#events").queryTableView().getItems().size() == 2);
        click("#events", "Sent");
        until(() -> bench.says("#event-detail", "P-1"));
        robot.push(KeyCode.UP);
        until(() -> bench.says("#event-detail", "P-2"));
    }

    private static String event(String type, String parcel) {
        return """
                {"specversion": "1.0", "id": "%2$s", "type": "%1$s", "time": "2026-01-02T03:04:05Z", "data": {"parcel": "%2$s"}}
                """.formatted(type, parcel);
    }
}
