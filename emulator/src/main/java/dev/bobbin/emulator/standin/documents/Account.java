package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The databases and containers of an account. Documents can be kept in a container that nobody made: a function may
 * expect that somebody made it in Fabric.
 */
final class Account {

    private final DocumentFile file;
    private final String run;
    private final Clock clock;

    Account(DocumentFile file, String run, Clock clock) {
        this.file = file;
        this.run = run;
        this.clock = clock;
    }

    Container container(String database, String id) throws IOException {
        return new Container(file, database, id, run, clock);
    }

    List<ObjectNode> databases() throws IOException {
        return file.databases();
    }

    ObjectNode database(String id) throws DocumentError, IOException {
        return file.database(id).orElseThrow(() -> DocumentError.notFound("database '" + id + "'"));
    }

    ObjectNode createDatabase(String id) throws DocumentError, IOException {
        if (file.database(id).isPresent()) {
            throw DocumentError.conflict();
        }
        ObjectNode body = system(JsonNodeFactory.instance.objectNode().put("id", id), "dbs/" + id + "/");
        body.put("_colls", "colls/").put("_users", "users/");
        file.putDatabase(id, body);
        file.record(run, DocumentFile.Entry.ofDatabase(id, null, body.toString()));
        return body;
    }

    void deleteDatabase(String id) throws DocumentError, IOException {
        String before = database(id).toString();
        for (ObjectNode container : file.containers(id)) {
            deleteContainer(id, container.path("id").asText());
        }
        file.deleteDatabase(id);
        file.record(run, DocumentFile.Entry.ofDatabase(id, before, null));
    }

    List<ObjectNode> containers(String database) throws IOException {
        return file.containers(database);
    }

    ObjectNode containerBody(String database, String id) throws DocumentError, IOException {
        return file.container(database, id)
                .orElseThrow(() -> DocumentError.notFound("container '" + id + "' in '" + database + "'"));
    }

    ObjectNode createContainer(String database, ObjectNode settings) throws DocumentError, IOException {
        String id = settings.path("id").asText();
        if (file.container(database, id).isPresent()) {
            throw DocumentError.conflict();
        }
        new ContainerSettings(settings).check();
        if (file.database(database).isEmpty()) {
            createDatabase(database);
        }
        return put(database, settings);
    }

    /** Changes everything but the partition key. */
    ObjectNode replaceContainer(String database, ObjectNode settings) throws DocumentError, IOException {
        String id = settings.path("id").asText();
        JsonNode before = containerBody(database, id).path("partitionKey");
        if (!before.path("paths").equals(settings.path("partitionKey").path("paths"))) {
            throw DocumentError.badRequest("Document collection partition key cannot be changed.");
        }
        new ContainerSettings(settings).check();
        return put(database, settings);
    }

    void deleteContainer(String database, String id) throws DocumentError, IOException {
        String before = containerBody(database, id).toString();
        file.recordRemoval(run, database, id);
        file.deleteContainer(database, id);
        file.record(run, DocumentFile.Entry.ofContainer(database, id, before, null));
    }

    /** Removes the documents whose life has ended. */
    void deleteExpired() throws IOException {
        for (ObjectNode database : file.databases()) {
            String name = database.path("id").asText();
            for (ObjectNode container : file.containers(name)) {
                container(name, container.path("id").asText()).deleteExpired();
            }
        }
    }

    private ObjectNode put(String database, ObjectNode settings) throws IOException {
        String id = settings.path("id").asText();
        ObjectNode body = system(settings.deepCopy(), "dbs/" + database + "/colls/" + id + "/");
        ContainerSettings before = container(database, id).settings();
        @Nullable
        String old = file.container(database, id).map(ObjectNode::toString).orElse(null);
        file.putContainer(database, id, body);
        file.record(run, DocumentFile.Entry.ofContainer(database, id, old, body.toString()));
        if (!before.isKnown()) {
            sort(database, id, before, new ContainerSettings(body));
        }
        return body;
    }

    /** Gives the documents that were put into a container before it was made their keys. */
    private void sort(String database, String id, ContainerSettings before, ContainerSettings after)
            throws IOException {
        for (ObjectNode document : file.documents(database, id).toList()) {
            file.deleteDocument(
                    database, id, before.keyOf(document), document.path("id").asText());
            file.putDocument(database, id, new StoredDocument(after.keyOf(document), document));
        }
    }

    private ObjectNode system(ObjectNode body, String self) {
        body.put("_rid", Rids.next());
        body.put("_self", self);
        body.put("_etag", '"' + UUID.randomUUID().toString() + '"');
        body.put("_ts", clock.instant().getEpochSecond());
        return body;
    }
}
