package dev.bobbin.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of serving that takes its time to begin; that it serves is tested in the window. */
class ServeViewModelTest {

    private final HeldTaskRunner held = new HeldTaskRunner();
    private final CountedServer server = new CountedServer();
    private @TempDir Path folder;
    private WorkspaceModel model;
    private ServeViewModel serve;

    @BeforeEach
    void begin() throws IOException {
        model = Models.open(folder, "x = 1\n");
        serve = new ServeViewModel(model, server, new Trusting(), held);
        serve.toggle();
        assertThat(serve.stateProperty().get()).isInstanceOf(ServeViewModel.State.Starting.class);
    }

    @Test
    void theItemMayBeSavedMeanwhile() throws IOException {
        Files.writeString(folder.resolve("function_app.py"), "x = 2\n");
        model.update(ItemReader.read(folder));
        held.endNewestFirst();
        assertThat(serve.stateProperty().get()).isInstanceOf(ServeViewModel.State.On.class);
        assertThat(server.open).isEqualTo(1);
        serve.stop();
        held.endNewestFirst();
        assertThat(server.open).isZero();
    }

    @Test
    void nothingIsServedOfAnItemThatWasLeftMeanwhile() throws IOException {
        Path other = Files.createDirectories(folder.resolve("Other.UserDataFunction"));
        Files.writeString(other.resolve("function_app.py"), "");
        model.open(ItemReader.read(other));
        held.endNewestFirst();
        assertThat(serve.stateProperty().get()).isInstanceOf(ServeViewModel.State.Off.class);
        assertThat(server.open).isZero();
    }

    /** Counts what is served. */
    private static final class CountedServer implements LocalServer {

        private int open;

        @Override
        public Serving start(
                ItemFolder item, Door door, ServiceProfile profile, ExecutingUser user, Consumer<Heard> heard) {
            open++;
            return new Serving() {
                @Override
                public URI address() {
                    return URI.create("http://127.0.0.1:7071/");
                }

                @Override
                public void close() {
                    open--;
                }
            };
        }

        @Override
        public void onStarting(Consumer<Boolean> heard) {
            heard.accept(false);
        }
    }

    private static final class Trusting implements Trust {

        @Override
        public boolean trusts(Path folder) {
            return true;
        }

        @Override
        public void trust(Path folder) {}
    }
}
