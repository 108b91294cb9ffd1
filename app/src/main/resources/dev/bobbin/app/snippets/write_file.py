@udf.connection(argName="lake", alias="MyLakehouse")
@udf.function()
def writeNote(lake: fn.FabricLakehouseClient, fileName: str, note: str) -> str:
    """Writes a text file into the Files folder.

    Args:
        fileName: Path below Files, such as notes/first.txt.
        note: What to write.
    """
    files = lake.connectToFiles()
    files.get_file_client(fileName).upload_data(note.encode("utf-8"), overwrite=True)
    files.close()
    return f"wrote {len(note)} characters to {fileName}"
