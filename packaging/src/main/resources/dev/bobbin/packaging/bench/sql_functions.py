# The item of the benchmark "sql": the same work on a stand-in and, on the same file, with CPython's own sqlite3.
import sqlite3
import time

import fabric.functions as fn

udf = fn.UserDataFunctions()


def timed(action, times=1, rounds=3):
    """Milliseconds a time, the best of some rounds."""
    best = None
    for _ in range(rounds):
        begin = time.perf_counter()
        for _ in range(times):
            action()
        taken = (time.perf_counter() - begin) * 1000 / times
        best = taken if best is None else min(best, taken)
    return best


def read(fetch, sizes):
    """Point queries, and queries of tables with so many rows each, which lie in tables of those names."""
    table = f"Rows{sizes[0]}"
    result = {
        "point": timed(lambda: fetch(f"SELECT Customer FROM {table} WHERE Id = ?", 4711), 200),
        "text": timed(lambda: fetch(f"SELECT Id FROM {table} WHERE Code = ?", "code 4711"), 200),
    }
    for size in sizes:
        table = f"Rows{size}"
        rounds = 3 if size <= 100_000 else 1
        result[f"fetchall {size}"] = timed(lambda: fetch(f"SELECT Id, Customer, Total FROM {table}"), 1, rounds)
        result[f"join {size}"] = timed(lambda: fetch(
            f"SELECT a.Customer, COUNT(*) AS n, SUM(b.Total) AS s FROM {table} a JOIN {table} b ON a.Id = b.Id"
            " GROUP BY a.Customer"), 1, rounds)
        result[f"group {size}"] = timed(lambda: fetch(
            f"SELECT Customer, MAX(Id) AS m FROM {table} GROUP BY Customer ORDER BY Customer"), 1, rounds)
    return result


def write(execute, many, commit, sizes):
    """executemany of so many rows."""
    result = {}
    for size in sizes:
        rows = [(i, f"customer {i % 977}", i * 1.5) for i in range(size)]

        def insert():
            execute("DELETE FROM Fresh")
            many("INSERT INTO Fresh VALUES (?, ?, ?)", rows)
            commit()

        result[f"executemany {size}"] = timed(insert, 1, 3 if size <= 100_000 else 1)
    return result


@udf.connection("Bench", argName="db")
@udf.function()
def standIn(db: fn.FabricSqlConnection, sizes: list) -> dict:
    connection = db.connect()
    cursor = connection.cursor()
    cursor.execute("DROP TABLE IF EXISTS Fresh")
    cursor.execute("CREATE TABLE Fresh (Id INT, Customer VARCHAR(40), Total FLOAT)")
    connection.commit()
    return read(lambda sql, *params: cursor.execute(sql, *params).fetchall(), sizes) | write(
        cursor.execute, cursor.executemany, connection.commit, sizes)


@udf.function()
def plain(file: str, fresh: str, sizes: list) -> dict:
    reading = sqlite3.connect(file)
    result = read(lambda sql, *params: reading.execute(sql, params).fetchall(), sizes)
    writing = sqlite3.connect(fresh)
    writing.execute("PRAGMA journal_mode = WAL")
    writing.execute("PRAGMA synchronous = NORMAL")
    writing.execute("CREATE TABLE Fresh (Id INT, Customer VARCHAR(40), Total FLOAT)")
    return result | write(writing.execute, writing.executemany, writing.commit, sizes)


@udf.function()
def plainImport(file: str, database: str) -> float:
    """Seconds in which the csv module and sqlite3 bring a CSV file into a table."""
    import csv

    begin = time.perf_counter()
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    with open(file, newline="", encoding="utf-8") as lines:
        rows = csv.reader(lines)
        next(rows)
        connection.execute("CREATE TABLE T (Id INT, Code TEXT, Customer TEXT, Total FLOAT, Day TEXT)")
        connection.executemany("INSERT INTO T VALUES (?, ?, ?, ?, ?)", rows)
    connection.commit()
    return time.perf_counter() - begin
