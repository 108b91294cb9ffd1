package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the file of an account, filled from its seed folder when it has one: {@code seed/<database>/<container>.json}
 * with an array of documents or one a line, and beside it {@code <container>.settings.json} with what the container is
 * made with, such as {@code {"partitionKey": {"paths": ["/category"]}}}.
 */
final class DocumentSeed {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String SETTINGS = ".settings.json";
    static final String DOCUMENTS = ".json";
    private static final String DEFAULT_SETTINGS = "{\"partitionKey\": {\"paths\": [\"/id\"], \"kind\": \"Hash\"}}";

    private DocumentSeed() {}

    /** @throws IOException when the file or the seed cannot be used; the message is in plain words */
    static DocumentFile open(StandIn.Documents standIn, Clock clock) throws IOException {
        boolean fresh = !Files.exists(standIn.database());
        DocumentFile file = DocumentFile.open(standIn.database());
        if (!fresh || !Files.isDirectory(standIn.seed())) {
            return file;
        }
        try {
            file.atomically(() -> {
                fill(file, standIn.seed(), clock);
                return true;
            });
            return file;
        } catch (DocumentError | IOException e) {
            file.close();
            Files.deleteIfExists(standIn.database());
            throw PlainException.of("documents.not-filled", standIn.name(), PlainException.wordsOf(e))
                    .because(e);
        }
    }

    /**
     * Brings a folder's documents into an account: those of the same id and partition key are replaced.
     *
     * @return how many
     */
    static long fill(DocumentFile file, Path seed, Clock clock) throws DocumentError, IOException {
        Account account = new Account(file, DocumentFile.NO_RUN, clock);
        long count = 0;
        for (Path database : sorted(seed)) {
            if (!Files.isDirectory(database)) {
                continue;
            }
            String name = database.getFileName().toString();
            if (file.database(name).isEmpty()) {
                account.createDatabase(name);
            }
            for (Path documents : sorted(database)) {
                String fileName = documents.getFileName().toString();
                if (fileName.endsWith(DOCUMENTS) && !fileName.endsWith(SETTINGS)) {
                    count += fill(account, file, name, documents);
                }
            }
        }
        return count;
    }

    private static long fill(Account account, DocumentFile file, String database, Path documents)
            throws DocumentError, IOException {
        String fileName = documents.getFileName().toString();
        String id = fileName.substring(0, fileName.length() - DOCUMENTS.length());
        if (file.container(database, id).isEmpty()) {
            account.createContainer(
                    database, settings(documents.resolveSibling(id + SETTINGS)).put("id", id));
        }
        Container container = account.container(database, id);
        Map<List<String>, Long> numbers = new HashMap<>();
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(documents.toFile())) {
            long count = 0;
            while (values.hasNextValue()) {
                count++;
                if (!(values.nextValue() instanceof ObjectNode document)) {
                    throw PlainException.of("documents.no-objects", documents);
                }
                upsert(container, document, documents, count);
                requireNew(container, document, documents, count, numbers);
            }
            return count;
        } catch (JsonProcessingException e) {
            throw PlainException.of("json.file", documents, JsonFault.words(e)).because(e);
        }
    }

    private static ObjectNode settings(Path file) throws IOException {
        try {
            JsonNode settings = Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.readTree(DEFAULT_SETTINGS);
            if (settings instanceof ObjectNode object) {
                return object;
            }
            throw PlainException.of("documents.no-object", file);
        } catch (JsonProcessingException e) {
            throw PlainException.of("json.file", file, JsonFault.words(e)).because(e);
        }
    }

    private static void upsert(Container container, ObjectNode document, Path file, long number) throws IOException {
        try {
            container.upsert(document, null, Condition.NONE);
        } catch (DocumentError e) {
            throw PlainException.of("documents.one", number, file, PlainException.wordsOf(e))
                    .because(e);
        }
    }

    /** Of two documents of one file that are the same to the service, the first would be lost without a word. */
    private static void requireNew(
            Container container, ObjectNode document, Path file, long number, Map<List<String>, Long> numbers)
            throws IOException {
        String id = document.path("id").asText();
        Long before = numbers.putIfAbsent(List.of(container.settings().keyOf(document), id), number);
        if (before != null) {
            throw PlainException.of("documents.twice", number, file, id, before);
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
