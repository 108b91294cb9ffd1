import asyncio
import logging

import fabric.functions as fn

udf = fn.UserDataFunctions()


async def fetch(number: int) -> int:
    await asyncio.sleep(0)
    return number * 2


@udf.function()
async def gather(numbers: list[int]) -> list[int]:
    results = await asyncio.gather(*(fetch(n) for n in numbers))
    async with asyncio.Lock():
        logging.info("done %s", len(results))
    return list(results)


@udf.connection(alias="Lake", argName="lake")
@udf.function()
async def read_async(lake: fn.FabricLakehouseClient, name: str) -> str:
    directory = lake.connectToFilesAsync()
    file = directory.get_file_client(name)
    download = await file.download_file()
    data = await download.readall()
    return data.decode("utf-8")
