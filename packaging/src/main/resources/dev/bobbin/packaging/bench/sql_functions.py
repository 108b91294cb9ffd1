# The item of the benchmark "sql": the same work on a stand-in and with CPython's own sqlite3, in the same function.
import sqlite3
import time

import fabric.functions as fn

udf = fn.UserDataFunctions()


def timed(action, times=1):
    """Milliseconds a time, the best of three rounds."""
    best = None
    for _ in range(3):
        begin = time.perf_counter()
        for _ in range(times):
            action()
        taken = (time.perf_counter() - begin) * 1000 / times
        best = taken if best is None else min(best, taken)
    return best


def rows(count):
    return [(i, f"customer {i % 977}", i * 1.5) for i in range(count)]


def measure(execute, many, fetch, commit):
    """Point query, executemany of 10,000 rows, fetchall of 100,000 rows, join with aggregation."""
    execute("CREATE TABLE Orders (Id INT, Customer VARCHAR(40), Total FLOAT)")
    data = rows(100_000)
    for start in range(0, len(data), 10_000):
        many("INSERT INTO Orders VALUES (?, ?, ?)", data[start:start + 10_000])
    execute("CREATE INDEX IX ON Orders (Id)")
    commit()
    execute("CREATE TABLE Fresh (Id INT, Customer VARCHAR(40), Total FLOAT)")
    commit()
    batch = rows(10_000)

    def insert():
        many("INSERT INTO Fresh VALUES (?, ?, ?)", batch)
        commit()

    result = {
        "executemany": timed(insert),
        "point": timed(lambda: fetch("SELECT Customer FROM Orders WHERE Id = ?", (4711,)), 200),
        "fetchall": timed(lambda: fetch("SELECT Id, Customer, Total FROM Orders", ())),
        "join": timed(lambda: fetch(
            "SELECT a.Customer, COUNT(*) AS n, SUM(b.Total) AS s FROM Orders a JOIN Orders b ON a.Id = b.Id"
            " GROUP BY a.Customer", ())),
    }
    execute("DROP TABLE Orders")
    execute("DROP TABLE Fresh")
    commit()
    return result


@udf.connection("Bench", argName="db")
@udf.function()
def standIn(db: fn.FabricSqlConnection) -> dict:
    connection = db.connect()
    cursor = connection.cursor()
    return measure(
        cursor.execute, cursor.executemany, lambda sql, params: cursor.execute(sql, *params).fetchall(),
        connection.commit)


@udf.function()
def plain(file: str) -> dict:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    return measure(
        connection.execute, connection.executemany,
        lambda sql, params: connection.execute(sql, params).fetchall(), connection.commit)
