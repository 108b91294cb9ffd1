package dev.bobbin.emulator.standin.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.standin.RealRuns;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function's view of Cosmos DB where the real client or service refuses, or answers in a way of its own. */
@Timeout(300)
class CosmosClientTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SOURCE = """
            import datetime, decimal, logging, uuid
            import azure.cosmos
            import fabric.functions.cosmosdb
            from azure.cosmos import CosmosClient, PartitionKey, exceptions

            class Kept(logging.Handler):
                def emit(self, record):
                    self.lines.append(record.getMessage())

            def told(work):
                kept = Kept()
                kept.lines = []
                logging.getLogger().addHandler(kept)
                try:
                    work()
                finally:
                    logging.getLogger().removeHandler(kept)
                return [line.split(" are ")[0] for line in kept.lines]

            def container_of(store, name, **options):
                client = CosmosClient("https://x.documents.azure.com", credential=store.get_access_token())
                return client, client.create_database_if_not_exists("d").create_container_if_not_exists(
                    name, PartitionKey("/pk"), **options)

            @udf.generic_connection(argName="store", audienceType="CosmosDB")
            @udf.function()
            def refusals(store: fn.FabricItem) -> dict:
                _, c = container_of(store, "plain")
                values = {"datetime": datetime.datetime.now(), "decimal": decimal.Decimal("1.5"), "set": {1},
                          "uuid": uuid.uuid4(), "nan": float("nan")}
                found = {name: attempt(lambda: c.upsert_item({"id": "1", "pk": "a", "v": value}))
                         for name, value in values.items()}
                found["parameter"] = attempt(lambda: list(c.query_items(
                    "SELECT * FROM c WHERE c.day = @day", [{"name": "@day", "value": datetime.date.today()}],
                    partition_key="a")))
                found["keyword"] = attempt(lambda: list(c.query_items("SELECT c.order FROM c", partition_key="a")))
                found["misspelt"] = [attempt(lambda: c.create_item({"id": "1", "pk": "a"}, bogus=1)),
                                     attempt(lambda: c.query_items("SELECT * FROM c", enable_cross_partition=True))]
                found["ids"] = [attempt(lambda: c.create_item({"id": id, "pk": "a"})) for id in ("a/b", "a ", "a\\n", 5)]
                found["database"] = attempt(lambda: c.client_connection and azure.cosmos.CosmosClient(
                    "https://x", "a key").create_database("a?b"))
                found["ttl"] = [attempt(lambda: c.upsert_item({"id": "1", "pk": "a", "ttl": ttl})) for ttl in (0, -5, "5")]
                try:
                    c.read_item("none", "a")
                except exceptions.CosmosHttpResponseError as error:
                    found["answer"] = [error.error.code, error.reason, error.response.status_code,
                                       len(error.headers["x-ms-activity-id"])]
                try:
                    client = azure.cosmos.CosmosClient("https://x", "a key")
                    client.get_database_client("d").get_container_client("misspelt").read_item("1", "a")
                except exceptions.CosmosResourceNotFoundError as error:
                    found["owner"] = error.sub_status
                found["account"] = client.get_database_account().ConsistencyPolicy["defaultConsistencyLevel"]
                found["scripts"] = attempt(lambda: c.scripts.execute_stored_procedure("x"))
                found["addresses"] = told(lambda: [
                    fn.cosmosdb.get_cosmos_client(store),
                    CosmosClient("https://X.documents.azure.com:443/", "a key"),
                    CosmosClient.from_connection_string("AccountEndpoint=https://y.documents.azure.com:443/;AccountKey=a==;")])
                found["names"] = [name for name in azure.cosmos.__all__ if not hasattr(azure.cosmos, name)]
                return found

            @udf.generic_connection(argName="store", audienceType="CosmosDB")
            @udf.function()
            def answers(store: fn.FabricItem) -> dict:
                client, c = container_of(store, "c", vector_embedding_policy={"vectorEmbeddings": [
                    {"path": "/near", "dataType": "float32", "distanceFunction": "euclidean", "dimensions": 2}]})
                for id, vector, name in (("x", [1, 0], "one"), ("y", [0, 1], None), ("z", [1, 1], "two"), ("none", None, 3)):
                    c.upsert_item({"id": id, "pk": "a", "name": name} | ({"v": vector, "near": vector} if vector else {}))
                def ids(query):
                    return list(c.query_items(query, [{"name": "@v", "value": [1, 0]}], partition_key="a"))
                batch = c.execute_item_batch([
                    ("create", ({"id": "b1", "pk": "b"},)), ("upsert", ({"id": "b1", "pk": "b", "n": 1},)),
                    ("upsert", ({"id": "b2", "pk": "b"},)), ("read", ("b1",)), ("delete", ("b2",))], partition_key="b")
                try:
                    c.execute_item_batch([("read", ("b1",)), ("read", ("none",)), ("read", ("b1",))], partition_key="b")
                except exceptions.CosmosBatchOperationError as error:
                    failed = [error.error_index, [answer["statusCode"] for answer in error.operation_responses]]
                charges = []
                list(c.query_items("SELECT * FROM c", partition_key="a",
                                   response_hook=lambda headers, _: charges.append(headers["x-ms-request-charge"])))
                return {
                    "cosine": ids("SELECT VALUE c.id FROM c ORDER BY VectorDistance(c.v, @v)"),
                    "euclidean": ids("SELECT TOP 1 c.id, VectorDistance(c.near, @v) AS far FROM c"
                                     " ORDER BY VectorDistance(c.near, @v)"),
                    "descending": attempt(lambda: ids("SELECT c.id FROM c ORDER BY VectorDistance(c.v, @v) DESC")),
                    "not null": ids("SELECT VALUE c.id FROM c WHERE c.name != null"),
                    "batch": [answer["statusCode"] for answer in batch],
                    "failed": failed,
                    "too many": attempt(lambda: c.execute_item_batch([("read", ("b1",))] * 101, partition_key="b")),
                    "none": attempt(lambda: c.execute_item_batch([], partition_key="b")),
                    "databases": [list(client.query_databases("SELECT VALUE r.id FROM r WHERE r.id = 'd'")),
                                  list(client.query_databases("SELECT * FROM r WHERE r.id = 'nonono'"))],
                    "containers": list(client.get_database_client("d").query_containers({
                        "query": "SELECT VALUE COUNT(1) FROM r WHERE r.id = @id",
                        "parameters": [{"name": "@id", "value": "c"}]})),
                    "range": list(c.query_items("SELECT VALUE COUNT(1) FROM c",
                                                feed_range=c.feed_range_from_partition_key("b"))),
                    "whole": sum(n for r in c.read_feed_ranges()
                                 for n in c.query_items("SELECT VALUE COUNT(1) FROM c", feed_range=r)),
                    "charges": charges,
                    "properties": client.create_database_if_not_exists("d", return_properties=True)[1]["id"],
                    "last": c.client_connection.last_response_headers["x-ms-request-charge"],
                }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "cpython"})
    void answersAsTheRealOne(String engine, @TempDir Path folder) throws IOException {
        try (RealRuns runs = new RealRuns(engine, folder, SOURCE)) {
            assertThat(runs.output("refusals")).isEqualTo(JSON.readTree("""
                    {"datetime": "TypeError", "decimal": "TypeError", "set": "TypeError", "uuid": "TypeError",
                     "nan": "CosmosHttpResponseError 400", "parameter": "TypeError",
                     "keyword": "CosmosHttpResponseError 400", "scripts": "NotImplementedError", "names": [],
                     "misspelt": ["TypeError", "TypeError"],
                     "ids": ["ValueError", "ValueError", "ValueError", "TypeError"], "database": "ValueError",
                     "ttl": ["CosmosHttpResponseError 400", "CosmosHttpResponseError 400", "CosmosHttpResponseError 400"],
                     "addresses": ["x.documents.azure.com and y.documents.azure.com"],
                     "answer": ["NotFound", "Not Found", 404, 36], "owner": 1003, "account": "Session"}"""));
            assertThat(runs.output("answers")).isEqualTo(JSON.readTree("""
                    {"cosine": ["x", "z", "y", "none"], "euclidean": [{"id": "x", "far": 0}],
                     "descending": "CosmosHttpResponseError 400", "not null": ["x", "z", "none"],
                     "batch": [201, 200, 201, 200, 204], "failed": [1, [424, 404, 424]],
                     "too many": "CosmosHttpResponseError 400", "none": "CosmosHttpResponseError 400",
                     "databases": [["d"], []], "containers": [1], "range": [1], "whole": 5, "charges": ["1"], "properties": "d",
                     "last": "1"}"""));
        }
    }
}
