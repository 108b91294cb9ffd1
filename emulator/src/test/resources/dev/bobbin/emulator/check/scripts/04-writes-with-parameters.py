import fabric.functions as fn
import json

udf = fn.UserDataFunctions()


@udf.connection(alias="TranslyticalDB", argName="sqlDB")
@udf.function()
def write_one_to_sql_db(sqlDB: fn.FabricSqlConnection, employeeId: int, employeeName: str, deptId: int) -> str:
    """
    Description: Insert one employee record into a SQL database.

    Args:
        sqlDB (fn.FabricSqlConnection): Fabric SQL database connection.
        employeeId (int): Employee ID.
    """
    data = (employeeId, employeeName, deptId)
    connection = sqlDB.connect()
    cursor = connection.cursor()
    insert_query = "INSERT INTO Employee (EmpID, EmpName, DepID) VALUES (?, ?, ?);"
    cursor.execute(insert_query, data)
    connection.commit()
    cursor.close()
    connection.close()
    return "Employee table was created (if necessary) and data was added to this table"


@udf.connection(alias="TranslyticalDB", argName="sqlDB")
@udf.function()
def many(sqlDB: fn.FabricSqlConnection, records: list) -> dict:
    connection = sqlDB.connect()
    cursor = connection.cursor()
    cursor.executemany("INSERT INTO T (a, b) VALUES (?, ?)", [(r["a"], r["b"]) for r in records])
    connection.commit()
    placeholders = ",".join("?" for _ in records)
    cursor.execute(f"SELECT COUNT(*) FROM T WHERE a IN ({placeholders})", [r["a"] for r in records])
    marks = ", ".join(["?"] * len(records))
    cursor.execute("SELECT COUNT(*) FROM T WHERE b IN (" + marks + ")", [r["b"] for r in records])
    return {"added": len(records), "found": cursor.fetchval()}
