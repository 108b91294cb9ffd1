package dev.bobbin.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.services.DiskItemFiles;
import dev.bobbin.app.services.DiskPlaces;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tree of stand-ins, and what is shown of it. */
class PlacesTest extends OnStandIns {

    @Test
    void aStandInThatIsNotThereIsMadeWhereOneLooksForIt() throws IOException {
        DataViewModel data = new DataViewModel(model, new DiskPlaces(), tasks);
        Place.Root sales = data.roots().get(1);
        assertThat(sales.there()).isFalse();
        data.shownProperty().set(sales);
        assertThat(model.lookedAtProperty().get()).isEqualTo(sales.standIn());
        data.create();
        assertThat(data.shownProperty().get()).isEqualTo(new Place.Root(sales.standIn(), true, sales.aliases()));
        assertThat(children(data, data.roots().get(1))).isEmpty();
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void theTreeShowsConnectedStandInsFirstAndWhatLiesInThem() throws IOException {
        lake("Files/raw/2026/a.csv", "a\n1\n");
        lake("Tables/prices.csv", "item,price\nTea,3\n");
        Files.writeString(standIns.resolve("Aardvark.secrets.json"), "{}");
        DataViewModel data = new DataViewModel(model, new DiskPlaces(), tasks);
        assertThat(data.roots()).extracting(root -> root.standIn().name()).containsExactly("Lake", "Sales", "Aardvark");
        assertThat(data.roots()).extracting(Place.Root::there).containsExactly(true, false, true);
        List<Place> inLake = children(data, data.roots().getFirst());
        assertThat(inLake).hasSize(2);
        assertThat(children(data, inLake.getFirst()))
                .extracting(place -> ((Place.Folder) place).path())
                .containsExactly("raw");
        assertThat(((Place.Table) inLake.getLast()).table().qualifiedName()).isEqualTo("dbo.prices");

        model.browse(new StandIn.Secrets("Aardvark", standIns.resolve("Aardvark.secrets.json")));
        assertThat(data.shownProperty().get()).isEqualTo(data.roots().getLast());
    }

    @Test
    void whatIsShownFollowsTheWorkspace() throws IOException {
        DataViewModel data = new DataViewModel(model, new DiskPlaces(), tasks);
        assertThat(data.shownProperty().get()).as("nothing is there yet").isNull();
        lake("Files/a.txt", "");
        data.refresh();
        assertThat(data.shownProperty().get()).isEqualTo(data.roots().getFirst());
        data.shownProperty().set(data.roots().getLast());
        Files.createDirectories(standIns.resolve("Sales.sqldb"));
        data.refresh();
        assertThat(data.shownProperty().get()).isEqualTo(data.roots().getLast());
        assertThat(data.roots().getLast().there()).isTrue();

        Path other = Files.createDirectories(folder.resolve("elsewhere/Second.UserDataFunction"));
        Files.writeString(other.resolve("function_app.py"), "");
        model.open(new DiskItemFiles().read(other));
        assertThat(data.roots()).isEmpty();
        assertThat(data.shownProperty().get()).isNull();
    }
}
