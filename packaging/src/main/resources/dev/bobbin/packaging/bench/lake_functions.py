# The item of the benchmarks "files" and "documents": work through the clients, and the same by plain means.
import math
import os
import shutil
import time

import fabric.functions as fn
from azure.cosmos import CosmosClient, PartitionKey

udf = fn.UserDataFunctions()

PIECE = os.urandom(1024 * 1024)


def timed(action, rounds=3):
    """Milliseconds, the best of some rounds."""
    best = None
    for _ in range(rounds):
        begin = time.perf_counter()
        action()
        taken = (time.perf_counter() - begin) * 1000
        best = taken if best is None else min(best, taken)
    return best


def side_by_side(rounds, actions):
    """Milliseconds of each action, the best of some rounds, which take turns.

    What an action has left for the system to write is written before the next begins: it would slow that one down.
    """
    best = {}
    for _ in range(rounds):
        for name, action in actions.items():
            if hasattr(os, "sync"):
                os.sync()
            best[name] = min(best.get(name, math.inf), timed(action, 1))
    return best


@udf.connection(argName="lake", alias="Lake")
@udf.function()
def transfer(lake: fn.FabricLakehouseClient, folder: str, size: int, rounds: int) -> dict:
    """Upload and download of a file of that many bytes beside a plain copy, and reading it whole beside a plain read."""
    source = os.path.join(folder, "source.bin")
    targets = os.path.join(folder, "targets")
    os.makedirs(targets)
    with open(source, "wb") as stream:
        for start in range(0, size, len(PIECE)):
            stream.write(PIECE[: min(len(PIECE), size - start)])
    file = lake.connectToFiles().get_file_client("bench.bin")

    def new_target():
        """A file that is not there yet, as that of an upload never is: to write over an old one is quicker."""
        return os.path.join(targets, str(len(os.listdir(targets))))

    def upload():
        with open(source, "rb") as stream:
            file.upload_data(stream, overwrite=True)

    def download():
        with open(new_target(), "wb") as stream:
            file.download_file().readinto(stream)

    def plain_read():
        with open(source, "rb") as stream:
            return stream.read()

    times = side_by_side(rounds, {
        "copy": lambda: shutil.copyfile(source, new_target()),
        "upload": upload,
        "download": download,
        "plainRead": plain_read,
        "readall": lambda: file.download_file().readall(),
    })
    file.delete_file()
    os.remove(source)
    shutil.rmtree(targets)
    return times


@udf.connection(argName="lake", alias="Lake")
@udf.function()
def listing(lake: fn.FabricLakehouseClient, folder: str) -> dict:
    """All paths of a folder, and the same by os.scandir with the facts of each file."""
    files = lake.connectToFiles().get_sub_directory_client("many")

    def plain():
        with os.scandir(folder) as entries:
            return sum(1 for entry in entries if entry.stat().st_size >= 0)

    return {
        "count": sum(1 for _ in files.get_paths()),
        "listing": timed(lambda: sum(1 for _ in files.get_paths())),
        "plain": timed(plain),
    }


@udf.generic_connection(argName="store", audienceType="CosmosDB")
@udf.function()
def documents(store: fn.FabricItem, count: int) -> dict:
    """Point reads and queries over that many documents."""
    client = CosmosClient("https://bench.documents.azure.com", credential=store.get_access_token())
    database = client.create_database_if_not_exists("bench")
    container = database.create_container_if_not_exists("items", PartitionKey("/kind"))

    def ask(query, **options):
        return list(container.query_items(query, enable_cross_partition_query=True, **options))

    def points():
        for i in range(200):
            container.read_item(f"d{i * 37 % count}", f"k{i * 37 % count % 100}")

    return {
        "point": timed(points) / 200,
        "partition": timed(lambda: ask("SELECT VALUE c.price FROM c WHERE c.kind = 'k7' AND c.price > 10")),
        "filter": timed(lambda: ask("SELECT VALUE c.id FROM c WHERE c.price > 999")),
        "group": timed(lambda: ask("SELECT c.kind, COUNT(1) AS n, SUM(c.price) AS s FROM c GROUP BY c.kind")),
        "top": timed(lambda: ask("SELECT TOP 10 VALUE c.id FROM c ORDER BY c.price DESC")),
    }
