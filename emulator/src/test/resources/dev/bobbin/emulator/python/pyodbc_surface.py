import datetime
import decimal
import pickle
import struct
import threading
import uuid

import fabric.functions as fn
import pyodbc

udf = fn.UserDataFunctions()


def raised(action):
    """Class and args of what an action raises."""
    try:
        action()
    except Exception as error:
        return [type(error).__name__, *[str(arg) for arg in error.args]]
    return None


@udf.connection("Db")
@udf.function()
def rows(Db: fn.FabricSqlConnection) -> dict:
    cursor = Db.connect().execute("SELECT 7 AS Id, N'Ana' AS Name, CAST(2.50 AS DECIMAL(5,2)) AS [Total Due]")
    row = cursor.fetchone()
    again = pickle.loads(pickle.dumps(row))
    row.Name = "Bea"
    row[0] = 8
    columns = [column[0] for column in row.cursor_description]
    return {
        "values": [str(value) for value in row],
        "dict": sorted(dict(zip(columns, row))),
        "byName": str(getattr(row, "Total Due")),
        "pickled": [again == row, again.Name, type(again).__name__],
        "slices": [type(row[:]).__name__, type(row[0:2]).__name__, row[-2]],
        "errors": [
            raised(lambda: row[3]), raised(lambda: row["Id"]), raised(lambda: row.Nope), raised(lambda: hash(row)),
            raised(lambda: setattr(row, "New", 1)), raised(lambda: pyodbc.Row()),
        ],
        "contains": "Bea" in row,
        "order": pyodbc.Row.__lt__(again, row),
    }


@udf.connection("Db")
@udf.function()
def cursors(Db: fn.FabricSqlConnection) -> dict:
    connection = Db.connect()
    cursor = connection.cursor()
    fresh = [cursor.description, cursor.rowcount, cursor.messages, cursor.arraysize, cursor.fast_executemany]
    cursor.execute("CREATE TABLE dbo.Cur (Id INT PRIMARY KEY, V NVARCHAR(10))")
    cursor.fast_executemany = True
    cursor.executemany("INSERT INTO dbo.Cur VALUES (?, ?)", [(i, f"v{i}") for i in range(5)])
    many = cursor.rowcount
    cursor.executemany("INSERT INTO dbo.Cur VALUES (?, ?)", ((i, None) for i in range(5, 7)))
    duplicate = raised(lambda: cursor.executemany("INSERT INTO dbo.Cur VALUES (?, ?)", [(8, "a"), (1, "b"), (9, "c")]))
    short = raised(lambda: cursor.executemany("INSERT INTO dbo.Cur VALUES (?, ?)", [(10, "a"), (11,)]))
    cursor.execute("SELECT Id FROM dbo.Cur ORDER BY Id")
    first = cursor.fetchval()
    cursor.skip(1)
    two = [row.Id for row in cursor.fetchmany(2)]
    one = [row.Id for row in cursor.fetchmany()]
    rest = [row[0] for row in cursor]
    cursor.execute("PRINT 'hello'; SELECT 1 AS a; SELECT 2 AS b; UPDATE dbo.Cur SET V = 'x' WHERE Id < 3")
    messages = list(cursor.messages)
    sets = [cursor.fetchall()[0][0], cursor.nextset(), cursor.fetchone().b, cursor.nextset(), cursor.rowcount,
            cursor.nextset(), cursor.description]
    connection.rollback()
    return {
        "fresh": fresh, "many": many, "duplicate": duplicate[:2], "records": len(duplicate[2].split("; [")), "module": pyodbc.IntegrityError.__module__, "short": short, "fetched": [first, two, one, rest],
        "messages": messages, "sets": sets,
        "empty": raised(lambda: cursor.executemany("SELECT ?", [])),
        "scalar": raised(lambda: cursor.executemany("SELECT ?", [1])),
        "mapping": raised(lambda: cursor.executemany("SELECT ?", {1: 2})),
        "noResults": raised(lambda: cursor.execute("DECLARE @x INT").fetchone()),
        "badType": raised(lambda: cursor.execute("SELECT ?", object())),
        "badTypeInC": raised(lambda: cursor.execute("SELECT ?", datetime.timedelta(1))),
        "noMarkers": raised(lambda: cursor.execute("SELECT 1", 5)),
        "onlyMarkers": raised(lambda: cursor.execute("SELECT ?")),
        "rolledBack": raised(lambda: cursor.execute("SELECT * FROM dbo.Cur"))[1],
    }


@udf.connection("Db")
@udf.function()
def closedObjects(Db: fn.FabricSqlConnection) -> list:
    connection = Db.connect()
    cursor = connection.cursor()
    cursor.close()
    results = [raised(cursor.fetchone), raised(cursor.close)]
    cursor = connection.cursor()
    connection.close()
    return results + [
        raised(lambda: cursor.execute("SELECT 1")), raised(connection.cursor), raised(connection.commit),
        raised(connection.close), connection.closed,
    ]


@udf.connection("Db")
@udf.function()
def parameters(Db: fn.FabricSqlConnection) -> list:
    values = [
        None, True, 5, 5_000_000_000, 2**70, -1.5, decimal.Decimal("12345678901234567890.123456789"), "naïve ☃ 𝄞",
        datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29, 12, 30, 15, 123456), datetime.time(23, 59, 59),
        b"\x00\xff", bytearray(b"ab"), uuid.UUID("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
    ]
    cursor = Db.connect().cursor()
    echoed = [cursor.execute("SELECT ? AS v", value).fetchval() for value in values]
    return [f"{type(value).__name__} {value}" for value in echoed] + [
        raised(lambda: cursor.execute("SELECT ?", float("nan")))[1],
        raised(lambda: cursor.execute("SELECT ?", 10**40))[0],
    ]


@udf.connection("Db")
@udf.function()
def session(Db: fn.FabricSqlConnection) -> list:
    values = ["ada", 5, decimal.Decimal("1.50"), datetime.date(2024, 2, 29), b"\x00\xff", None]
    connection, other = Db.connect(), Db.connect()
    said = []
    for value in values:
        connection.execute("EXEC sp_set_session_context @key=N'k', @value=?", value)
        found = connection.execute("SELECT SESSION_CONTEXT(N'k') AS v").fetchval()
        said.append(f"{type(found).__name__} {found}")
    connection.execute("EXEC sp_set_session_context N'k', 1")
    return said + [other.execute("SELECT SESSION_CONTEXT(N'k')").fetchval()]


@udf.connection("Db")
@udf.function()
def converters(Db: fn.FabricSqlConnection) -> dict:
    connection = Db.connect()

    def offset(value):
        parts = struct.unpack("<6hI2h", value)
        zone = datetime.timezone(datetime.timedelta(hours=parts[7], minutes=parts[8]))
        return datetime.datetime(*parts[:6], parts[6] // 1000, zone)

    query = "SELECT CAST('2024-01-15 10:00:00.25 -05:30' AS DATETIMEOFFSET) AS z"
    without = raised(lambda: connection.execute(query).fetchone())
    connection.add_output_converter(-155, offset)
    moment = connection.execute(query).fetchval()
    connection.add_output_converter(pyodbc.SQL_WVARCHAR, lambda value: value.decode("utf-16-le").upper())
    connection.add_output_converter(pyodbc.SQL_INTEGER, lambda value: int.from_bytes(value, "little") * 10)
    converted = [value for value in connection.execute("SELECT N'abc', 4, NULL").fetchone()]
    kept = connection.get_output_converter(-155) is offset
    connection.clear_output_converters()
    return {"without": without, "with": moment.isoformat(), "converted": converted, "kept": kept,
            "cleared": connection.execute("SELECT N'abc'").fetchval()}


@udf.connection("Db")
@udf.function()
def catalog(Db: fn.FabricSqlConnection) -> dict:
    connection = Db.connect()
    cursor = connection.cursor()
    cursor.execute(
        "CREATE TABLE dbo.Par (Id INT IDENTITY(1,1) PRIMARY KEY, Name NVARCHAR(50) NOT NULL, Price DECIMAL(10,2) DEFAULT 1)"
    )
    cursor.execute(
        "CREATE TABLE dbo.Chi_1 (ParId INT REFERENCES dbo.Par(Id) ON DELETE CASCADE, At DATETIME2(3), Note VARCHAR(MAX))"
    )
    cursor.execute("CREATE VIEW dbo.Names AS SELECT Name, Price FROM dbo.Par")
    cursor.execute("CREATE PROCEDURE dbo.Go1 AS SELECT 1")
    result = {
        "tables": [[row.table_schem, row.table_name, row.table_type] for row in cursor.tables()],
        "views": [row.table_name for row in cursor.tables(tableType="VIEW")],
        "pattern": [row.table_name for row in cursor.tables(table="chi\\_%")],
        "columns": [[row.column_name, row.data_type, row.type_name, row.column_size, row.decimal_digits, row.nullable,
                     row.ordinal_position, row.is_nullable] for row in cursor.columns(table="Par")],
        "viewColumns": [row.column_name for row in cursor.columns(table="Names")],
        "child": [[row.column_name, row.type_name, row.column_size] for row in cursor.columns("Chi_1", schema="dbo")],
        "keys": [[row.column_name, row.key_seq] for row in cursor.primaryKeys("Par")],
        "foreign": [[row.pktable_name, row.pkcolumn_name, row.fktable_name, row.fkcolumn_name, row.delete_rule]
                    for row in cursor.foreignKeys(foreignTable="Chi_1")],
        "statistics": [row.column_name for row in cursor.statistics("Par", unique=True) if row.type != 0],
        "procedures": [row.procedure_name for row in cursor.procedures()],
        "types": [row.type_name for row in cursor.getTypeInfo(pyodbc.SQL_INTEGER)],
        "description": [column[0] for column in cursor.columns(table="Nope").description][:4],
        "driver": [connection.getinfo(pyodbc.SQL_DBMS_NAME), pyodbc.drivers()],
    }
    connection.rollback()
    return result


@udf.connection("Db")
@udf.function()
def twoThreads(Db: fn.FabricSqlConnection) -> int:
    """Two connections write at once; each waits for the other's commit, and nothing is lost."""
    connection = Db.connect()
    connection.execute("CREATE TABLE dbo.Counter (N INT); INSERT INTO dbo.Counter VALUES (0)")
    connection.commit()

    def add():
        own = Db.connect()
        for _ in range(20):
            own.execute("UPDATE dbo.Counter SET N = N + 1")
            own.execute("SELECT N FROM dbo.Counter").fetchall()
            own.commit()
        own.close()

    threads = [threading.Thread(target=add) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    total = connection.execute("SELECT N FROM dbo.Counter").fetchval()
    connection.execute("DROP TABLE dbo.Counter")
    connection.commit()
    return total


@udf.connection("Db")
@udf.function()
def leftOpen(Db: fn.FabricSqlConnection) -> str:
    connection = Db.connect()
    connection.execute("CREATE TABLE dbo.Kept (Id INT IDENTITY PRIMARY KEY, N INT)")
    connection.execute("INSERT INTO dbo.Kept (N) VALUES (1)")
    connection.commit()
    connection.execute("INSERT INTO dbo.Kept (N) VALUES (2)")
    globals()["held"] = connection
    return "left"


@udf.connection("Db")
@udf.function()
def nextIdentity(Db: fn.FabricSqlConnection) -> int:
    return Db.connect().execute("INSERT INTO dbo.Kept (N) OUTPUT inserted.Id VALUES (3)").fetchval()


@udf.connection("Db")
@udf.function()
def forgotten(Db: fn.FabricSqlConnection) -> list:
    """A connection that nobody holds any more is rolled back and lets go of its lock."""
    def leave():
        connection = Db.connect()
        connection.execute("CREATE TABLE dbo.Left1 (A INT)")

    leave()
    connection = Db.connect()
    connection.execute("CREATE TABLE dbo.Left2 (A INT)")
    found = [row.table_name for row in connection.cursor().tables(table="Left%")]
    connection.rollback()
    return found


@udf.connection("Db")
@udf.function()
def manyRows(Db: fn.FabricSqlConnection) -> list:
    connection = Db.connect()
    cursor = connection.cursor()
    cursor.execute("CREATE TABLE dbo.Big (Id INT, V NVARCHAR(20), D DATE, M DECIMAL(10,2))")
    day = datetime.date(2024, 1, 1)
    cursor.executemany("INSERT INTO dbo.Big VALUES (?, ?, ?, ?)",
                       [(i, f"row {i}", day, decimal.Decimal(i) / 4) for i in range(2500)])
    rows = cursor.execute("SELECT * FROM dbo.Big ORDER BY Id").fetchall()
    iterated = sum(row.Id for row in cursor.execute("SELECT Id FROM dbo.Big"))
    connection.rollback()
    return [len(rows), list(map(str, rows[2499])), iterated]


def kinds():
    return [issubclass(pyodbc.IntegrityError, pyodbc.DatabaseError), pyodbc.SQL_WVARCHAR, pyodbc.TimeFromTicks(0).second]


@udf.connection("Db")
@udf.function()
def withBlocks(Db: fn.FabricSqlConnection) -> list:
    kept = []
    with Db.connect() as connection:
        connection.execute("CREATE TABLE dbo.Kept (A INT)")
    kept.append(connection.closed)
    try:
        with connection:
            connection.execute("INSERT INTO dbo.Kept VALUES (1)")
            raise KeyError("stop")
    except KeyError:
        kept.append(connection.execute("SELECT COUNT(*) FROM dbo.Kept").fetchval())
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO dbo.Kept VALUES (1)")
    connection.rollback()
    kept.append(connection.execute("SELECT COUNT(*) FROM dbo.Kept").fetchval())
    connection.autocommit = True
    connection.execute("DROP TABLE dbo.Kept")
    kept.append(len(connection.cursor().tables(table="Kept").fetchall()))
    return kept + kinds()


_LATE_ERROR = "SELECT 1 AS a INTO #t; UPDATE #t SET a = 2 WHERE a = 5; IF @@ROWCOUNT = 0 THROW 50001, 'Employee not found.', 1;"


@udf.connection("Db")
@udf.function()
def unread(Db: fn.FabricSqlConnection) -> str:
    connection = Db.connect()
    connection.cursor().execute(_LATE_ERROR)
    connection.commit()
    return "Updated"


@udf.connection("Db")
@udf.function()
def readOn(Db: fn.FabricSqlConnection) -> str:
    cursor = Db.connect().cursor()
    cursor.execute(_LATE_ERROR)
    try:
        while cursor.nextset():
            pass
    except pyodbc.Error as error:
        return "50001" if "(50001)" in str(error) else str(error)
    return "nothing"


@udf.connection("Db")
@udf.function()
def written(Db: fn.FabricSqlConnection, end: str) -> int:
    setUp = Db.connect()
    setUp.autocommit = True
    setUp.execute("IF OBJECT_ID('dbo.Written') IS NULL CREATE TABLE dbo.Written (Id INT); INSERT INTO dbo.Written VALUES (0)")
    setUp.execute("DELETE FROM dbo.Written")
    connection = Db.connect()
    cursor = connection.cursor()
    cursor.execute("INSERT INTO dbo.Written VALUES (?), (?)", 1, 2)
    cursor.executemany("INSERT INTO dbo.Written VALUES (?)", [(3,), (4,), (5,)])
    cursor.execute("SELECT 1 AS a INTO #own; UPDATE #own SET a = 2")
    if end == "commit":
        connection.commit()
    elif end == "rollback":
        connection.rollback()
    elif end == "close":
        connection.close()
    return 0
