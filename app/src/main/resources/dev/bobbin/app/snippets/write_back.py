@udf.connection(argName="database", alias="MyDatabase")
@udf.function()
def setTarget(database: fn.FabricSqlConnection, region: str, year: int, target: float) -> str:
    """Writes a value back, as a report does: a row that is there is changed, else a new one is made.

    Args:
        region: Whose target it is.
        year: The year it is for.
        target: The amount.
    """
    if target < 0:
        raise fn.UserThrownError("A target cannot be negative.", {"target": target})
    connection = database.connect()
    cursor = connection.cursor()
    cursor.execute(
        "IF OBJECT_ID('dbo.Targets') IS NULL CREATE TABLE dbo.Targets "
        "(Region NVARCHAR(50), Year INT, Target DECIMAL(18, 2), PRIMARY KEY (Region, Year))"
    )
    cursor.execute("UPDATE dbo.Targets SET Target = ? WHERE Region = ? AND Year = ?", target, region, year)
    if cursor.rowcount == 0:
        cursor.execute("INSERT INTO dbo.Targets (Region, Year, Target) VALUES (?, ?, ?)", region, year, target)
    connection.commit()
    cursor.close()
    connection.close()
    return f"The target of {region} for {year} is {target}."
