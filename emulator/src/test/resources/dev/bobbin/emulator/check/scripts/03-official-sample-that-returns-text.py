import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.connection("demosqldatabase")
@udf.function()
def read_from_sql_db(demosqldatabase: fn.FabricSqlConnection) -> list:
    query = "SELECT * FROM (VALUES ('John Smith', 31), ('Kayla Jones', 33)) AS Employee(EmpName, DepID);"
    connection = demosqldatabase.connect()
    cursor = connection.cursor()
    cursor.execute(query)
    results = []
    for row in cursor.fetchall():
        results.append(row)
    connection.close()
    return results  # expect: result-becomes-text


@udf.connection("demosqldatabase")
@udf.function()
def direct(demosqldatabase: fn.FabricSqlConnection) -> list:
    cursor = demosqldatabase.connect().cursor()
    cursor.execute("SELECT 1")
    return cursor.fetchall()  # expect: result-becomes-text


@udf.connection("demosqldatabase")
@udf.function()
def through_name(demosqldatabase: fn.FabricSqlConnection) -> dict:
    cursor = demosqldatabase.connect().cursor()
    rows = cursor.execute("SELECT 1").fetchall()
    count = len(rows)
    return {"count": count, "rows": rows}  # expect: result-becomes-text


@udf.connection("demosqldatabase")
@udf.function()
def copied(demosqldatabase: fn.FabricSqlConnection) -> list:
    cursor = demosqldatabase.connect().cursor()
    cursor.execute("SELECT 1")
    return [row for row in cursor]  # expect: result-becomes-text


@udf.connection("demosqldatabase")
@udf.function()
def first(demosqldatabase: fn.FabricSqlConnection) -> list:
    cursor = demosqldatabase.connect().cursor()
    cursor.execute("SELECT 1")
    return cursor.fetchone()  # expect: result-becomes-text
