@udf.connection(argName="lake", alias="MyLakehouse")
@udf.function()
def lakeTables(lake: fn.FabricLakehouseClient) -> list:
    """Lists the tables of a lakehouse by its SQL endpoint, which only reads."""
    connection = lake.connectToSql()
    cursor = connection.cursor()
    cursor.execute("SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES ORDER BY 1, 2")
    tables = [f"{row[0]}.{row[1]}" for row in cursor.fetchall()]
    cursor.close()
    connection.close()
    return tables
