package dev.bobbin.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.documents.DocumentData;
import dev.bobbin.app.data.documents.DocumentsViewModel;
import dev.bobbin.app.data.documents.EventData;
import dev.bobbin.app.data.documents.EventsViewModel;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.services.DiskPlaces;
import dev.bobbin.app.services.DocumentService;
import dev.bobbin.app.services.EventFiles;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents and events as they are read and written. */
class DocumentsAndEventsTest extends OnStandIns {

    @Test
    void documentsAreQueriedWrittenAndDeletedByTheServicesRules() throws IOException {
        Path account = standIns.resolve("Store.cosmos");
        Path seed = Files.createDirectories(account.resolve("seed/shop"));
        Files.writeString(
                seed.resolve("orders.json"),
                "[{\"id\": \"1\", \"city\": \"Ulm\"}, {\"id\": \"2\", \"city\": \"Bonn\"}]");
        Files.writeString(seed.resolve("orders.settings.json"), "{\"partitionKey\": {\"paths\": [\"/city\"]}}");
        DataViewModel data = new DataViewModel(model, new DiskPlaces(), tasks);
        Place.Container orders =
                (Place.Container) children(data, data.roots().getLast()).getFirst();
        assertThat(orders.database()).isEqualTo("shop");
        DocumentsViewModel documents = new DocumentsViewModel(new DocumentService(), edits, tasks);
        documents.show(orders);
        assertThat(documents.documentsProperty().get()).hasSize(2);
        documents.queryProperty().set("SELECT * FROM c WHERE c.city = 'Bonn'");
        documents.run();
        documents.chosenProperty().set(documents.documentsProperty().get().getFirst());
        assertThat(documents.editorProperty().get()).contains("\"Bonn\"");

        documents.editorProperty().set("{\"id\": \"2\", \"city\": \"Bonn\", \"total\": 5}");
        documents.save();
        assertThat(documents.documentsProperty().get().getFirst().json()).contains("\"total\":5");
        documents.editorProperty().set("{\"id\": \"3\", \"city\": \"Bonn\"}");
        documents.save();
        assertThat(model.notices().shown().getLast().text()).contains("3 was added", "2 stays");
        assertThat(documents.chosenProperty().get().id()).isEqualTo("3");
        documents.editorProperty().set("{\"id\": ");
        documents.save();
        assertThat(documents.problemProperty().get()).startsWith("Not valid JSON: line 1, column 8 is unexpected");
        documents.editorProperty().set("[1]");
        documents.save();
        assertThat(documents.problemProperty().get()).contains("is a JSON object");
        documents.editorProperty().set("{\"city\": \"Ulm\"}");
        documents.save();
        assertThat(documents.problemProperty().get()).contains("id");
        documents.delete();
        assertThat(documents.documentsProperty().get())
                .extracting(DocumentData.Document::id)
                .containsExactly("2");
        documents.queryProperty().set("SELECT nonsense FROM");
        documents.run();
        assertThat(documents.problemProperty().get()).isNotEmpty();
    }

    @Test
    void whatAQueryMadeOfADocumentDoesNotTakeItsPlace() throws IOException {
        StandIn.Documents account =
                new StandIn.Documents("Parts", Files.createDirectories(standIns.resolve("Parts.cosmos")));
        DocumentsViewModel documents = new DocumentsViewModel(new DocumentService(), edits, tasks);
        documents.createContainer(account, "shop/orders", "/city");
        documents.show(new Place.Container(account, "shop", "orders"));
        documents.begin();
        documents.editorProperty().set("{\"id\": \"1\", \"city\": \"Ulm\", \"total\": 5}");
        documents.save();
        documents.queryProperty().set("SELECT c.id, c.city FROM c");
        documents.run();
        documents.chosenProperty().set(documents.documentsProperty().get().getFirst());

        String written = "{\"id\": \"1\", \"city\": \"Ulm\", \"note\": \"mine\"}";
        documents.editorProperty().set(written);
        documents.save();

        assertThat(documents.problemProperty().get()).contains("SELECT * FROM c");
        assertThat(documents.editorProperty().get()).isEqualTo(written);
        // Nor when the whole document is shown later: the text was written for a part of it.
        documents.queryProperty().set("SELECT * FROM c");
        documents.run();
        assertThat(documents.documentsProperty().get().getFirst().json()).contains("\"total\":5");
        documents.chosenProperty().set(documents.documentsProperty().get().getFirst());
        assertThat(documents.editorProperty().get()).contains("\"total\"").doesNotContain("mine");
    }

    @Test
    void aContainerIsMadeInANewAccount() throws IOException {
        StandIn.Documents account =
                new StandIn.Documents("Fresh", Files.createDirectories(standIns.resolve("Fresh.cosmos")));
        DocumentsViewModel documents = new DocumentsViewModel(new DocumentService(), edits, tasks);
        documents.createContainer(account, "orders", "/city");
        assertThat(documents.problemProperty().get()).contains("shop/orders");
        documents.createContainer(account, "shop/orders", "city");
        assertThat(documents.problemProperty().get()).isEmpty();
        Place.Container made = new Place.Container(account, "shop", "orders");
        assertThat(new DiskPlaces().children(new Place.Root(account, true, List.of())))
                .containsExactly(made);
        documents.createContainer(account, "shop/orders", "/city");
        assertThat(documents.problemProperty().get()).isNotEmpty();
        documents.show(made);
        documents.begin();
        documents.editorProperty().set("{\"id\": \"1\", \"city\": \"Ulm\"}");
        documents.save();
        assertThat(documents.documentsProperty().get()).hasSize(1);
    }

    @Test
    void eventsComeNewestFirstAndAStrangeLineIsShownAsItIs() throws IOException {
        Path set = Files.createDirectories(standIns.resolve("Parcels.events"));
        Files.writeString(set.resolve("events.jsonl"), """
                {"id": "1", "type": "Shipped", "time": "2026-01-01T00:00:00Z"}
                strange
                {"id": "2", "type": "Lost", "time": "2026-01-02T00:00:00Z"}
                """);
        EventsViewModel events = new EventsViewModel(new EventFiles(), tasks);
        events.show(new StandIn.Events("Parcels", set));
        assertThat(events.eventsProperty().get())
                .extracting(EventData.Event::type)
                .containsExactly("Lost", "", "Shipped");
        events.look(events.eventsProperty().get().getFirst());
        assertThat(events.detailProperty().get()).contains("\"Lost\"");
    }
}
