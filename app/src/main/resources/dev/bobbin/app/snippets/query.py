@udf.connection(argName="warehouse", alias="MyWarehouse")
@udf.function()
def tablesOf(warehouse: fn.FabricSqlConnection, schema: str) -> list:
    """Lists the tables of a schema.

    Args:
        schema: Name of the schema, such as dbo.
    """
    connection = warehouse.connect()
    cursor = connection.cursor()
    cursor.execute("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ?", schema)
    names = [row[0] for row in cursor.fetchall()]
    cursor.close()
    connection.close()
    return names
