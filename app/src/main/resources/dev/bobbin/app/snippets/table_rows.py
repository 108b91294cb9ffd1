@udf.connection(argName="database", alias="MyDatabase")
@udf.function()
def rowsOf(database: fn.FabricSqlConnection, schema: str, table: str, most: int) -> list:
    """Reads rows of a table as objects with the column names as keys.

    Args:
        schema: Name of the schema, such as dbo.
        table: Name of the table.
        most: How many rows at the most.
    """
    connection = database.connect()
    cursor = connection.cursor()
    cursor.execute(
        "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?", schema, table
    )
    if cursor.fetchone()[0] == 0:
        raise fn.UserThrownError("There is no such table.", {"schema": schema, "table": table})
    cursor.execute(f"SELECT TOP ({most}) * FROM [{schema}].[{table}]")
    columns = [column[0] for column in cursor.description]
    rows = [dict(zip(columns, row)) for row in cursor.fetchall()]
    cursor.close()
    connection.close()
    return rows
