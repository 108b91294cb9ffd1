import csv
import io
import logging

import fabric.functions as fn

udf = fn.UserDataFunctions()


def readRows(files, path: str) -> list:
    """Rows of a CSV file in the lakehouse, each as an object with the column titles as keys."""
    data = files.get_file_client(path).download_file().readall()
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"))))


@udf.connection(argName="lake", alias="MeasurementsLake")
@udf.function()
def listFiles(lake: fn.FabricLakehouseClient) -> list:
    """Lists all files below the Files folder of the lakehouse.

    Returns:
        Name and size in bytes of each file.
    """
    files = lake.connectToFiles()
    try:
        return [
            {"name": path.name, "bytes": path.content_length}
            for path in files.get_paths(recursive=True)
            if not path.is_directory
        ]
    finally:
        files.close()


@udf.connection(argName="lake", alias="MeasurementsLake")
@udf.function()
def readCsv(lake: fn.FabricLakehouseClient, fileName: str, maxRows: int) -> list:
    """Reads the first rows of a CSV file.

    Args:
        fileName: Path below Files, such as raw/temperatures.csv.
        maxRows: How many rows at most.

    Returns:
        One object for each row. All values are text, as in the file.
    """
    files = lake.connectToFiles()
    try:
        return readRows(files, fileName)[:maxRows]
    finally:
        files.close()


@udf.connection(argName="lake", alias="MeasurementsLake")
@udf.function()
def averageByStation(lake: fn.FabricLakehouseClient, fileName: str, reportName: str) -> list:
    """Averages the temperatures of every station and writes them to a new CSV file.

    Args:
        fileName: Path of the measurements, such as raw/temperatures.csv.
        reportName: Path of the file to write. One that is there is replaced.

    Returns:
        What was written: station, number of measurements and average.
    """
    files = lake.connectToFiles()
    try:
        byStation = {}
        for row in readRows(files, fileName):
            byStation.setdefault(row["station"], []).append(float(row["celsius"]))
        report = [
            {"station": station, "measurements": len(values), "average": round(sum(values) / len(values), 2)}
            for station, values in sorted(byStation.items())
        ]
        text = io.StringIO()
        writer = csv.DictWriter(text, ["station", "measurements", "average"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(report)
        files.get_file_client(reportName).upload_data(text.getvalue().encode("utf-8"), overwrite=True)
        logging.info("Wrote %d stations to %s.", len(report), reportName)
        return report
    finally:
        files.close()
