package dev.bobbin.app.services;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.app.data.documents.DocumentData;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.documents.DocumentHostService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Documents of Cosmos DB accounts, reached as functions reach them. */
public final class DocumentService implements DocumentData {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields that the service adds to every document; nobody writes them. */
    private static final List<String> SYSTEM = List.of("_rid", "_self", "_etag", "_attachments", "_ts");

    private static HostCalls calls(StandIn.Documents account) {
        return calls(account, HostCalls.run());
    }

    private static HostCalls calls(StandIn.Documents account, String run) {
        return new HostCalls(new DocumentHostService(run, Map.of(HostCalls.HANDLE, account)));
    }

    /** The containers of an account. @throws IOException when it cannot be read */
    static List<Place> containers(StandIn.Documents account) throws IOException {
        List<Place> found = new ArrayList<>();
        try (HostCalls calls = calls(account)) {
            for (JsonNode database : calls.call("documents.listDatabases", HostCalls.arguments())) {
                String name = database.path("id").asText();
                for (JsonNode container : calls.call(
                        "documents.listContainers", HostCalls.arguments().put("database", name))) {
                    found.add(new Place.Container(
                            account, name, container.path("id").asText()));
                }
            }
        }
        return found;
    }

    @Override
    public Found query(Place.Container container, String sql) throws IOException {
        try (HostCalls calls = calls(container.standIn())) {
            ObjectNode question = arguments(container).put("query", sql).put("crossPartition", true);
            List<Document> documents = new ArrayList<>();
            boolean more = true;
            while (more && documents.size() < MOST) {
                JsonNode page = calls.call("documents.query", question);
                page.path("rows").forEach(row -> documents.add(document(row)));
                more = page.path("continuation").isTextual();
                question.set("continuation", page.path("continuation"));
            }
            return new Found(documents, more);
        }
    }

    private static Document document(JsonNode row) {
        String id = row.path("id").isValueNode() ? row.path("id").asText() : "";
        return new Document(id, row.toString(), SYSTEM.stream().allMatch(row::has));
    }

    @Override
    public String createContainer(Place.Container container, String partitionKey) throws IOException {
        ObjectNode arguments = HostCalls.arguments().put("database", container.database());
        ObjectNode settings = arguments.putObject("settings").put("id", container.container());
        settings.putObject("partitionKey").put("kind", "Hash").putArray("paths").add(partitionKey);
        return change(container, "createContainer", arguments);
    }

    @Override
    public Saved save(Place.Container container, String json) throws IOException {
        ObjectNode document = parsed(json);
        document.remove(SYSTEM);
        String run = change(container, "upsert", arguments(container).set("body", document));
        return new Saved(document.path("id").asText(), run);
    }

    @Override
    public String delete(Place.Container container, String json) throws IOException {
        ObjectNode document = parsed(json);
        String run = HostCalls.run();
        try (HostCalls calls = calls(container.standIn(), run)) {
            JsonNode settings = calls.call("documents.readContainer", arguments(container));
            ObjectNode arguments =
                    arguments(container).put("id", document.path("id").asText());
            ArrayNode key = arguments.putArray("partitionKey");
            for (JsonNode path : settings.path("partitionKey").path("paths")) {
                JsonNode value = document.at(path.asText());
                key.add(value.isMissingNode() ? JSON.createObjectNode() : value);
            }
            calls.call("documents.delete", arguments);
        }
        return run;
    }

    private static String change(Place.Container container, String operation, ObjectNode arguments) throws IOException {
        String run = HostCalls.run();
        try (HostCalls calls = calls(container.standIn(), run)) {
            calls.call("documents." + operation, arguments);
        }
        return run;
    }

    private static ObjectNode arguments(Place.Container container) {
        return HostCalls.arguments().put("database", container.database()).put("container", container.container());
    }

    private static ObjectNode parsed(String json) throws IOException {
        if (JSON.readTree(json) instanceof ObjectNode document) {
            return document;
        }
        throw new IOException(text("data.documents.noObject"));
    }
}
