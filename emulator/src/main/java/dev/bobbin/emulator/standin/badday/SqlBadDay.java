package dev.bobbin.emulator.standin.badday;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.RunTrace;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets SQL calls go wrong as SQL Server and its driver word it. {@link Failure#READ_ONLY} is not its matter: a read-only
 * database refuses writes itself.
 */
public final class SqlBadDay implements HostService {

    /** Calls that ask the server for something; the others end what was asked. */
    private static final Set<String> ASKING = Set.of("sql.connect", "sql.execute", "sql.executemany", "sql.fetch");

    private final HostService service;
    private final Map<String, BadDay> byHandle;
    private final Map<String, AtomicInteger> calls = new HashMap<>();
    private final Map<Integer, String> handles = new HashMap<>();

    /** @param byHandle switches by the handle in the connection string */
    public SqlBadDay(HostService service, Map<String, BadDay> byHandle) {
        this.service = service;
        this.byHandle = Map.copyOf(byHandle);
    }

    @Override
    public void call(String operation, JsonNode arguments, JsonGenerator answer) throws HostCallException, IOException {
        if (byHandle.isEmpty()) {
            service.call(operation, arguments, answer);
            return;
        }
        boolean connects = operation.equals("sql.connect");
        @Nullable
        String handle = connects
                ? arguments.path("handle").asText()
                : handles.get(arguments.path("connection").asInt());
        @Nullable BadDay badDay = handle == null ? null : byHandle.get(handle);
        if (badDay != null && handle != null && ASKING.contains(operation)) {
            before(handle, badDay, connects);
        }
        if (!connects) {
            service.call(operation, arguments, answer);
            return;
        }
        try (TokenBuffer number = new TokenBuffer(answer.getCodec(), false)) {
            service.call(operation, arguments, number);
            JsonNode made = number.asParser().readValueAsTree();
            handles.put(
                    made.path("connection").asInt(), arguments.path("handle").asText());
            answer.writeTree(made);
        }
    }

    private void before(String handle, BadDay badDay, boolean connects) throws HostCallException {
        if (badDay.latencyMillis() > 0) {
            try {
                Thread.sleep(badDay.latencyMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        int call = calls.computeIfAbsent(handle, h -> new AtomicInteger()).incrementAndGet();
        if (badDay.failure().isPresent() && call > badDay.afterCalls()) {
            fail(badDay.failure().get(), connects);
        }
    }

    private static void fail(Failure failure, boolean connects) throws HostCallException {
        List<String> error =
                switch (failure) {
                    case DENIED ->
                        connects
                                ? List.of("28000", "18456", "Login failed for user '<token-identified principal>'.")
                                : List.of("42000", "229", "The permission was denied on the object.");
                    case NOT_FOUND ->
                        List.of("42000", "4060", "Cannot open database requested by the login. The login failed.");
                    case THROTTLED ->
                        List.of(
                                "42000",
                                "10928",
                                "Resource ID : 1. The request limit for the database has been reached. (429)");
                    case DROPPED -> List.of("08S01", "10054", "Communication link failure");
                    case READ_ONLY -> List.of();
                };
        if (!error.isEmpty()) {
            throw new HostCallException("pyodbc._HostError", error);
        }
    }

    @Override
    public RunTrace trace() {
        return service.trace();
    }

    @Override
    public void close() {
        service.close();
    }
}
