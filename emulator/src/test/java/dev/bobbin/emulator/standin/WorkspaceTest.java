package dev.bobbin.emulator.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.item.Definition;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void standInsLieBesideTheItemAndNeverInIt() throws IOException {
        StandIn standIn = workspace().standIn(item("Sales"), "Orders", StandInKind.WAREHOUSE);

        assertThat(standIn.path()).isEqualTo(folder.resolve(".bobbin/standins/Orders.warehouse"));
        assertThat(folder.resolve("Sales.UserDataFunction")).doesNotExist();
        assertThat(folder.resolve(".bobbin/.gitignore")).content().contains("standins/");
    }

    @Test
    void twoItemsWithTheSameAliasShareTheStandIn() throws IOException {
        assertThat(workspace().standIn(item("A"), "Orders", StandInKind.WAREHOUSE))
                .isEqualTo(workspace().standIn(item("B"), "Orders", StandInKind.WAREHOUSE));
    }

    @Test
    void aLakehouseHasItsFoldersFromTheStart() throws IOException {
        StandIn.Lakehouse lakehouse = (StandIn.Lakehouse) workspace().standIn(item("A"), "lake", StandInKind.LAKEHOUSE);

        assertThat(lakehouse.files()).isDirectory();
        assertThat(lakehouse.tables()).isDirectory();
    }

    @Test
    void aBindingSendsAnAliasToAnotherStandInOfAnotherKind() throws IOException {
        Path file = workspace().bindingsFile(item("A"));
        new StandInBindings(Map.of("Orders", new StandInBindings.Target(StandInKind.SQL_DATABASE, "shared")))
                .write(file);

        StandIn.Sql standIn = (StandIn.Sql) workspace().standIn(item("A"), "Orders", StandInKind.WAREHOUSE);

        assertThat(standIn.kind()).isEqualTo(SqlKind.SQL_DATABASE);
        assertThat(standIn.path()).isEqualTo(folder.resolve(".bobbin/standins/shared.sqldb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"aliases\": {\"Orders\": {\"kind\": \"teapot\"}}}"})
    void damagedBindingsAreReportedWithTheirFile(String text) throws IOException {
        Path file = workspace().bindingsFile(item("A"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);

        assertThatThrownBy(() -> workspace().standIn(item("A"), "Orders", StandInKind.WAREHOUSE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bindings.json");
    }

    @ParameterizedTest
    @CsvSource({
        "Warehouse, FabricSqlConnection, WAREHOUSE",
        "SqlDbNative, FabricSqlConnection, SQL_DATABASE",
        "MountedRelationalDatabase, FabricSqlConnection, MIRRORED",
        "Lakehouse, FabricLakehouseClient, LAKEHOUSE",
        "Lakehouse, FabricSqlConnection, LAKEHOUSE",
        "LakeWarehouse, FabricSqlConnection, LAKEHOUSE_ENDPOINT",
        "Variables, FabricVariablesClient, VARIABLES",
        "EventDefinition, FabricBusinessEventsClient, EVENTS",
        ", FabricSqlConnection, SQL_DATABASE",
        ", FabricLakehouseClient, LAKEHOUSE",
        "SomethingNew, FabricItem, PLAIN"
    })
    void theDefinitionDecidesAndTheClientHelpsOut(String artifactType, String client, StandInKind kind) {
        assertThat(StandInKind.forConnection(artifactType, client)).isEqualTo(kind);
    }

    @Property
    void anyAliasBecomesAFileNameThatStaysInTheFolder(@ForAll String alias) {
        String name = FileNames.safe(alias);

        assertThat(name)
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(101)
                .matches("[A-Za-z0-9 ._%~-]+")
                .doesNotStartWith(".");
        assertThat(Path.of("/standins").resolve(name).normalize()).hasParentRaw(Path.of("/standins"));
    }

    @Property
    void differentAliasesGetDifferentFileNames(@ForAll String one, @ForAll String other) {
        assertThat(FileNames.safe(one).equals(FileNames.safe(other))).isEqualTo(one.equals(other));
    }

    private Workspace workspace() {
        return Workspace.at(folder.resolve(".bobbin"));
    }

    private ItemFolder item(String name) {
        return new ItemFolder(
                folder.resolve(name + ".UserDataFunction"),
                name,
                "",
                true,
                Definition.EMPTY,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
