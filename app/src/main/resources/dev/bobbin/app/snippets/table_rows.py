@udf.connection(argName="database", alias="MyDatabase")
@udf.function()
def columnsOf(database: fn.FabricSqlConnection, schema: str, table: str) -> list:
    """Gives the rows of a query as objects; here the columns of a table, with their types.

    Args:
        schema: Name of the schema, such as dbo.
        table: Name of the table.
    """
    connection = database.connect()
    cursor = connection.cursor()
    cursor.execute(
        "SELECT COLUMN_NAME, DATA_TYPE, IS_NULLABLE FROM INFORMATION_SCHEMA.COLUMNS "
        "WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION",
        schema,
        table,
    )
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row)) for row in cursor.fetchall()]
    cursor.close()
    connection.close()
    return rows
