"""Asynchronous functions that read several files of a lakehouse, and streaming functions that send them piece by piece."""

import asyncio
import csv
import io
import json
import logging

import fabric.functions as fn

udf = fn.UserDataFunctions()


async def readRows(folder, path: str) -> list:
    """Rows of a CSV file, each as an object with the column titles as keys."""
    async with folder.get_file_client(path) as file:
        download = await file.download_file()
        data = await download.readall()
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"))))


async def readingFiles(folder) -> list:
    """Paths of all files with readings, relative to the Files folder, in alphabetical order."""
    names = [path.name async for path in folder.get_paths(recursive=True) if not path.is_directory]
    return sorted("readings/" + name.rsplit("/", 1)[1] for name in names if "/readings/" in name)


@udf.connection(argName="lake", alias="SensorLake")
@udf.function()
async def highestReadings(lake: fn.FabricLakehouseClient) -> list:
    """Reads the files of all sensors at the same time and finds the highest value of each.

    Returns:
        Sensor, time and value, the highest value first.
    """
    async with lake.connectToFilesAsync() as folder:
        files = await readingFiles(folder)
        tables = await asyncio.gather(*(readRows(folder, path) for path in files))
    logging.info("Read %d files.", len(files))
    highest = []
    for path, rows in zip(files, tables):
        row = max(rows, key=lambda candidate: float(candidate["value"]))
        sensor = path.removeprefix("readings/").removesuffix(".csv")
        highest.append({"sensor": sensor, "at": row["at"], "value": float(row["value"])})
    return sorted(highest, key=lambda entry: -entry["value"])


@udf.connection(argName="lake", alias="SensorLake")
@udf.function()
async def addReading(lake: fn.FabricLakehouseClient, sensor: str, at: str, value: float) -> dict:
    """Appends a reading to the file of a sensor, which is made when there is none.

    Args:
        sensor: Its name, such as boiler.
        at: When it was read, as text.
        value: What it showed.

    Returns:
        The file and its size in bytes afterwards.
    """
    path = f"readings/{sensor}.csv"
    line = f"{at},{value}\n"
    async with lake.connectToFilesAsync() as folder:
        file = folder.get_file_client(path)
        if await file.exists():
            size = (await file.get_file_properties()).size
        else:
            await file.create_file()
            line = "at,value\n" + line
            size = 0
        data = line.encode("utf-8")
        await file.append_data(data, offset=size, length=len(data))
        await file.flush_data(size + len(data))
        return {"file": path, "bytes": (await file.get_file_properties()).size}


@udf.connection(argName="lake", alias="SensorLake")
@udf.streaming_function()
def streamReadings(lake: fn.FabricLakehouseClient, sensor: str) -> fn.StreamResponse:
    """Sends the readings of a sensor as JSON, one a line, while the file is read.

    Args:
        sensor: Its name, such as boiler.

    Returns:
        Lines of JSON with time and value.
    """
    files = lake.connectToFiles()
    file = files.get_file_client(f"readings/{sensor}.csv")
    if not file.exists():
        raise fn.UserThrownError(f"There is no sensor {sensor}.", {"sensor": sensor})

    def lines():
        for row in csv.DictReader(io.StringIO(file.download_file().readall().decode("utf-8"))):
            yield json.dumps({"at": row["at"], "value": float(row["value"])}) + "\n"
        files.close()

    return fn.StreamResponse(lines(), media_type="application/x-ndjson")


@udf.streaming_function()
async def countDown(start: int) -> fn.StreamResponse:
    """Counts down to zero, a number at a time.

    Args:
        start: Where to begin, 1 to 100.

    Returns:
        The numbers as text, one a line.
    """
    if not 1 <= start <= 100:
        raise fn.UserThrownError("Begin between 1 and 100.", {"start": start})

    async def numbers():
        for number in range(start, -1, -1):
            yield f"{number}\n"
            await asyncio.sleep(0)

    return fn.StreamResponse(numbers(), media_type="text/plain")
