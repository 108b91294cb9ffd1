package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.Invocation;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stop in the midst of queries that take long or for ever, on real engines. */
@Timeout(300)
class StopInQueryTest {

    private static final String SOURCE = """
            import logging
            import fabric.functions as fn
            from azure.cosmos import CosmosClient

            udf = fn.UserDataFunctions()

            @udf.connection("Db", argName="db")
            @udf.function()
            def fetches(db: fn.FabricSqlConnection) -> int:
                cursor = db.connect().cursor()
                cursor.execute("SELECT value, 'row ' + CAST(value AS VARCHAR(20)) FROM GENERATE_SERIES(1, 10000000)")
                count = 0
                while rows := cursor.fetchmany(1000):
                    count += len(rows)
                    if count == 20_000:
                        logging.info("under way")
                return count

            @udf.connection("Db", argName="db")
            @udf.function()
            def computes(db: fn.FabricSqlConnection) -> int:
                cursor = db.connect().cursor()
                cursor.execute("CREATE TABLE Written (Id INT)")
                logging.info("under way")
                cursor.execute("INSERT INTO Written SELECT COUNT(*) FROM GENERATE_SERIES(1, 10000000) WHERE value % 7 = 3")
                return 1

            def asked(store, query):
                client = CosmosClient("https://x.documents.azure.com", store.get_access_token())
                container = client.get_database_client("d").get_container_client("c")
                container.upsert_item({"id": "1", "xs": list(range(3000)), "t": "a" * 400})
                logging.info("under way")
                return list(container.query_items(query, enable_cross_partition_query=True))

            @udf.generic_connection(argName="store", audienceType="CosmosDB")
            @udf.function()
            def joins(store: fn.FabricItem) -> list:
                return asked(store, "SELECT VALUE COUNT(1) FROM c JOIN a IN c.xs JOIN b IN c.xs JOIN d IN c.xs")

            @udf.generic_connection(argName="store", audienceType="CosmosDB")
            @udf.function()
            def matches(store: fn.FabricItem) -> list:
                return asked(store, "SELECT VALUE RegexMatch(c.t, '(a+)+b') FROM c")

            @udf.connection("Db", argName="db")
            @udf.function()
            def tables(db: fn.FabricSqlConnection) -> int:
                connection = db.connect()
                connection.execute("CREATE TABLE Mark (Id INT)")
                return connection.execute("SELECT COUNT(*) FROM sys.tables").fetchval()
            """;

    private static final long MOST_MEGABYTES = 150;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "cpython"})
    void stopEndsAQueryAndTheNextRunFindsNothingOfIt(String name) throws Exception {
        Path root = Files.createDirectories(folder.resolve("Stop.UserDataFunction"));
        Files.writeString(root.resolve("function_app.py"), SOURCE);
        ItemFolder item = ItemReader.read(root);
        Assumptions.assumeTrue(Emulator.engine(name).isPresent(), "there is no Python here");
        try (FunctionEngine engine = Emulator.engine(name).orElseThrow()) {
            for (String function : new String[] {"fetches", "computes", "joins", "matches"}) {
                long before = usedMegabytes();
                CountDownLatch underWay = new CountDownLatch(1);
                Invocation run = start(engine, item, function, underWay);
                underWay.await();
                assertThat(usedMegabytes() - before).as("megabytes held").isLessThan(MOST_MEGABYTES);
                run.stop();
                assertThat(run.result().join()).isInstanceOf(InvocationResult.Stopped.class);
            }
            InvocationResult next = start(engine, item, "tables", new CountDownLatch(1))
                    .result()
                    .join();
            assertThat(next)
                    .isInstanceOfSatisfying(
                            InvocationResult.Answered.class,
                            answered ->
                                    assertThat(answered.envelope().outputJson()).isEqualTo("1"));
        }
    }

    private static Invocation start(FunctionEngine engine, ItemFolder item, String function, CountDownLatch underWay)
            throws IOException {
        InvocationRequest request = new InvocationRequest(
                UUID.randomUUID().toString(), function, "{}", ServiceProfiles.standard(), null, ExecutingUser.LOCAL);
        return Emulator.invoker(engine)
                .start(item, ItemCode.of(item), Workspace.of(item), request, line -> underWay.countDown());
    }

    /** What is in use after everything unused has been let go. */
    private static long usedMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
