@udf.connection(argName="warehouse", alias="MyWarehouse")
@udf.function()
def addNote(warehouse: fn.FabricSqlConnection, note: str) -> int:
    """Adds a note to a table, which is made when it is not there, and counts the notes.

    Args:
        note: The text of the note.
    """
    connection = warehouse.connect()
    cursor = connection.cursor()
    cursor.execute("IF OBJECT_ID('dbo.Notes') IS NULL CREATE TABLE dbo.Notes (Note VARCHAR(200))")
    cursor.execute("INSERT INTO dbo.Notes (Note) VALUES (?)", note)
    connection.commit()
    cursor.execute("SELECT COUNT(*) FROM dbo.Notes")
    count = cursor.fetchone()[0]
    cursor.close()
    connection.close()
    return count
