package dev.bobbin.app.data;

import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.LifecycleKeeping;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on an item whose script is connected to a lakehouse and a database, and on the stand-ins beside it. */
abstract class OnStandIns {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.connection(argName="lake", alias="Lake")
            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def first(lake: fn.FabricLakehouseClient, db: fn.FabricSqlConnection) -> int:
                return 1
            """;

    /** The workspace. */
    @TempDir
    Path folder;

    final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
    WorkspaceModel model;
    HandEdits edits;
    Path standIns;

    @BeforeEach
    void openItem() throws IOException {
        model = Models.open(Files.createDirectories(folder.resolve("First.UserDataFunction")), SCRIPT);
        edits = new HandEdits(model, new LifecycleKeeping(), tasks);
        standIns =
                Files.createDirectories(Workspace.of(model.itemProperty().get()).standIns());
    }

    final Path lake(String path, String content) throws IOException {
        Path file = standIns.resolve("Lake.lakehouse").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    static List<Place> children(DataViewModel data, Place place) {
        List<Place> found = new ArrayList<>();
        data.children(place, found::addAll);
        return found;
    }
}
