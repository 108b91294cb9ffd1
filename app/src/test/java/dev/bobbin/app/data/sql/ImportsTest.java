package dev.bobbin.app.data.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.services.DiskPlaces;
import dev.bobbin.app.services.LifecycleKeeping;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.browse.BrowsedTable;
import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files that become tables. */
class ImportsTest extends OnOrders {

    @Test
    void aFileIsLookedAtChangedAndImportedAllOrNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("prices.csv"), "item;price\nTea;3\nMilk;4\n");
        ImportViewModel imports =
                new ImportViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        imports.look(database, file, Optional.empty());
        assertThat(imports.tableProperty().get()).isEqualTo("dbo.prices");
        assertThat(imports.columns()).extracting(ImportColumn::name).containsExactly("item", "price");
        imports.retype(1, SqlType.decimal(18, 2));
        imports.start();
        assertThat(imports.problemProperty().get()).isEmpty();
        assertThat(model.notices().shown().getLast().text()).contains("2 rows of prices.csv", "dbo.prices");
        assertThat(imports.job().stateProperty().get()).as("told once").isEmpty();
        page.show(table("dbo.prices"));
        assertThat(row(1).cells()).containsExactly("Milk", "4.00");

        Files.writeString(file, "item;price\nTea;3\nMilk;much\n");
        imports.look(database, file, Optional.empty());
        assertThat(imports.modeProperty().get()).isEqualTo(TableImport.Mode.REPLACE);
        imports.retype(1, SqlType.INT);
        imports.start();
        assertThat(imports.problemProperty().get()).contains("line 3", "much");
        page.refresh();
        assertThat(page.summaryProperty().get()).isEqualTo("2 rows");
        imports.cancel();
        assertThat(imports.planProperty().get()).isNull();
    }

    @Test
    void aTableThatAnImportReplacesIsNamedBeforeAndCanBeBroughtBack() throws IOException {
        Path file = Files.writeString(folder.resolve("new.csv"), "Customer,Extra\nEve,9\n");
        ImportViewModel imports =
                new ImportViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        BrowsedTable shown = table("dbo.Orders").table();
        imports.look(database, file, Optional.of(shown));
        assertThat(imports.tableProperty().get()).isEqualTo("dbo.Orders");
        assertThat(imports.modeProperty().get()).isEqualTo(TableImport.Mode.APPEND);
        assertThat(imports.replacedProperty().get()).isEmpty();
        imports.modeProperty().set(TableImport.Mode.REPLACE);
        assertThat(imports.replacedProperty().get()).hasValue(new Tables.Counted(shown, 450));
        imports.tableProperty().set("dbo.None");
        assertThat(imports.replacedProperty().get()).isEmpty();
        imports.tableProperty().set("orders");
        assertThat(imports.replacedProperty().get()).hasValue(new Tables.Counted(shown, 450));

        imports.tableProperty().set("dbo.Orders");
        imports.start();
        page.refresh();
        assertThat(page.columnsProperty().get()).extracting(GridColumn::name).containsExactly("Customer", "Extra");
        assertThat(row(0).cells()).containsExactly("Eve", "9");
        undo();
        assertThat(table("dbo.Orders").table())
                .as("with types, key and identity")
                .isEqualTo(shown);
        assertThat(page.summaryProperty().get()).isEqualTo("450 rows");
        assertThat(row(449).cells()).containsExactly("449", "c1", "1.50", "450");

        Path other = Files.writeString(folder.resolve("other.csv"), "Colour\nred\n");
        imports.look(database, other, Optional.of(shown));
        assertThat(imports.tableProperty().get()).isEqualTo("dbo.other");
        assertThat(imports.modeProperty().get()).isEqualTo(TableImport.Mode.CREATE);
        imports.start();
        undo();
        assertThat(tables.find(database, "dbo.other")).isEmpty();
    }

    @Test
    void whatIsShownOfAFileIsOfTheOneAskedForLastAndOnlyAsLongAsSomebodyWantsIt() throws IOException {
        StandIn.Lakehouse lake = new StandIn.Lakehouse("Lake", folder.resolve("Lake.lakehouse"));
        Path large = Files.writeString(folder.resolve("large.csv"), "item,price\nTea,3\nMilk,4\n");
        Path small = Files.writeString(folder.resolve("small.csv"), "colour\nred\n");
        HeldTaskRunner held = new HeldTaskRunner();
        ImportViewModel imports =
                new ImportViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), held), held);
        imports.look(database, large, Optional.empty());
        imports.look(lake, small, Optional.empty());
        held.endNewestFirst();
        assertThat(imports.planProperty().get().file()).isEqualTo(small);
        assertThat(imports.tableProperty().get()).isEqualTo("dbo.small");

        imports.look(database, large, Optional.empty());
        assertThat(imports.planProperty().get())
                .as("nothing that would go into the other")
                .isNull();
        imports.cancel();
        held.endNewestFirst();
        assertThat(imports.planProperty().get()).isNull();

        imports.look(database, large, Optional.empty());
        imports.leaveFor(new Place.Root(lake, true, List.of()));
        held.endNewestFirst();
        assertThat(imports.planProperty().get()).isNull();

        imports.look(database, large, Optional.empty());
        imports.leaveFor(new Place.Root(database, true, List.of()));
        imports.leaveFor(table("dbo.Orders"));
        held.endNewestFirst();
        assertThat(imports.planProperty().get()).as("the same stand-in").isNotNull();
        imports.start();
        held.endNewestFirst();
        assertThat(tables.find(database, "dbo.large")).isPresent();
    }

    @Test
    void aFileBecomesATableOfALakehouse() throws IOException {
        StandIn.Lakehouse lake = new StandIn.Lakehouse("Lake", folder.resolve("Lake.lakehouse"));
        Path file = Files.writeString(folder.resolve("prices.csv"), "item,price\nTea,3\nMilk,4\n");
        ImportViewModel imports =
                new ImportViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        imports.look(lake, file, Optional.empty());
        imports.retype(1, SqlType.decimal(18, 2));
        imports.start();
        assertThat(imports.problemProperty().get()).isEmpty();
        assertThat(lake.tables().resolve("prices/_delta_log")).isDirectory();
        Place.Table made = (Place.Table)
                new DiskPlaces().children(new Place.Root(lake, true, List.of())).getLast();
        page.show(made);
        assertThat(row(1).cells()).containsExactly("Milk", "4.00");
        assertThat(page.writable()).isFalse();

        imports.look(lake, Files.writeString(folder.resolve("script.sql"), "SELECT 1"), Optional.empty());
        imports.start();
        assertThat(imports.problemProperty().get()).contains("script.sql");
    }
}
