import csv
import io

@udf.connection(argName="lake", alias="MyLakehouse")
@udf.function()
def readRows(lake: fn.FabricLakehouseClient, fileName: str) -> list:
    """Reads a CSV file of the Files folder.

    Args:
        fileName: Path below Files, such as data/rows.csv.
    """
    files = lake.connectToFiles()
    content = files.get_file_client(fileName).download_file().readall()
    files.close()
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
