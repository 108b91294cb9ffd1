package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.ServiceRefusal;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.documents.query.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Answers the Cosmos DB calls of one run, {@code documents.*}. Every call names the account by its {@code handle}; refusals
 * reach the shim with their sub-status, see {@link ServiceRefusal}.
 */
public final class DocumentHostService implements HostService {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What changes nothing, and so need not wait until nobody else writes. */
    private static final Set<String> READS =
            Set.of("read", "listDatabases", "readDatabase", "listContainers", "readContainer");

    private final String run;
    private final Map<String, StandIn.Documents> accounts;
    private final Clock clock;
    private final Map<String, DocumentFile> open = new HashMap<>();
    private final QueryPages pages;
    private ChangeSet changes = ChangeSet.EMPTY;
    private volatile boolean closed;

    /**
     * @param run the invocation's id, under which changes are recorded
     * @param accounts what the run may reach, by handle
     */
    public DocumentHostService(String run, Map<String, StandIn.Documents> accounts) {
        this(run, accounts, Clock.systemUTC());
    }

    DocumentHostService(String run, Map<String, StandIn.Documents> accounts, Clock clock) {
        this.run = run;
        this.accounts = Map.copyOf(accounts);
        this.clock = clock;
        this.pages = new QueryPages(clock);
    }

    @Override
    public synchronized void call(String operation, JsonNode arguments, JsonGenerator answer)
            throws HostCallException, IOException {
        try (Stop _ = Stop.when(() -> closed)) {
            DocumentFile file = file(arguments.path("handle").asText());
            String name = operation.substring(operation.indexOf('.') + 1);
            JsonNode result =
                    switch (name) {
                        case "query" -> pages.page(container(account(file), arguments), arguments);
                        case "feed" -> ChangeFeed.page(container(account(file), arguments), arguments);
                        default ->
                            READS.contains(name)
                                    ? carryOut(file, name, arguments)
                                    : file.atomically(() -> carryOut(file, name, arguments));
                    };
            JSON.writeTree(answer, result);
        } catch (BatchFailure failure) {
            JSON.writeTree(answer, failure.answers());
        } catch (DocumentError error) {
            throw refusal(error);
        } catch (Stop.Stopped stopped) {
            throw refusal(DocumentError.badRequest(String.valueOf(stopped.getMessage())));
        } catch (UncheckedIOException e) {
            throw refusal(DocumentError.ofLocalFile(Objects.requireNonNull(e.getCause())));
        } catch (IOException e) {
            throw refusal(DocumentError.ofLocalFile(e));
        }
    }

    private static HostCallException refusal(DocumentError error) {
        return new HostCallException(
                ServiceRefusal.PYTHON_CLASS,
                List.of(
                        String.valueOf(error.status()),
                        String.valueOf(error.subStatus()),
                        error.code(),
                        String.valueOf(error.getMessage())));
    }

    private DocumentFile file(String handle) throws DocumentError, IOException {
        StandIn.Documents account = accounts.get(handle);
        if (account == null) {
            throw DocumentError.badRequest("Bobbin reaches the Cosmos DB connections of this function only.");
        }
        DocumentFile file = open.get(handle);
        if (file == null) {
            file = DocumentSeed.open(account, clock);
            open.put(handle, file);
        }
        return file;
    }

    private Account account(DocumentFile file) {
        return new Account(file, run, clock);
    }

    private static Container container(Account account, JsonNode arguments) throws IOException {
        return account.container(
                arguments.path("database").asText(), arguments.path("container").asText());
    }

    private JsonNode carryOut(DocumentFile file, String name, JsonNode arguments) throws DocumentError, IOException {
        Account account = account(file);
        String database = arguments.path("database").asText();
        String id = arguments.path("container").asText();
        return switch (name) {
            case "listDatabases" -> list(account.databases());
            case "readDatabase" -> account.database(database);
            case "createDatabase" -> account.createDatabase(database);
            case "deleteDatabase" -> {
                account.deleteDatabase(database);
                yield NullNode.instance;
            }
            case "listContainers" -> list(account.containers(database));
            case "queryDatabases" -> rows(account.databases(), arguments);
            case "queryContainers" -> rows(account.containers(database), arguments);
            case "readContainer" -> account.containerBody(database, id);
            case "createContainer" -> account.createContainer(database, (ObjectNode) arguments.path("settings"));
            case "replaceContainer" -> account.replaceContainer(database, (ObjectNode) arguments.path("settings"));
            case "deleteContainer" -> {
                account.deleteContainer(database, id);
                yield NullNode.instance;
            }
            case "batch" -> batch(new ItemOperations(container(account, arguments), clock), arguments);
            default -> new ItemOperations(container(account, arguments), clock).carryOut(name, arguments);
        };
    }

    private static JsonNode batch(ItemOperations items, JsonNode arguments) throws IOException {
        ArrayNode answers = items.batch(arguments.path("operations"));
        if (!answers.isEmpty() && answers.get(answers.size() - 1).has("error")) {
            throw new BatchFailure(answers);
        }
        return answers;
    }

    private ArrayNode rows(List<ObjectNode> bodies, JsonNode arguments) throws DocumentError {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        pages.query(arguments).run(bodies.stream(), clock).forEach(rows::add);
        return rows;
    }

    private static ArrayNode list(List<ObjectNode> bodies) {
        return JsonNodeFactory.instance.arrayNode().addAll(bodies);
    }

    @Override
    public synchronized RunTrace trace() {
        return new RunTrace(List.of(), 0, changes);
    }

    /** Work under way ends at its next row, so the wait for it is short. */
    @Override
    public void close() {
        closed = true;
        closeFiles();
    }

    private synchronized void closeFiles() {
        open.forEach((handle, file) -> {
            StandIn.Documents account = accounts.get(handle);
            if (account != null) {
                changes = changes.and(DocumentChanges.of(account.name(), file, run));
                deleteExpired(file);
            }
            file.close();
        });
        open.clear();
    }

    private void deleteExpired(DocumentFile file) {
        try {
            account(file).deleteExpired();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Undoes the unit of work of a batch, whose answers are given all the same. */
    private static final class BatchFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ArrayNode answers;

        BatchFailure(ArrayNode answers) {
            super("an operation of the batch failed");
            this.answers = answers;
        }

        ArrayNode answers() {
            return answers;
        }
    }
}
