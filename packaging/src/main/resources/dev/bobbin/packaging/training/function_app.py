# Run once when the caches for quick starts are made: what it uses, later starts find ready.
import asyncio
import csv
import datetime
import decimal
import inspect
import io
import json
import logging
import math
import re
import typing
import uuid

import fabric.functions as fn

udf = fn.UserDataFunctions()


def _libraries():
    """Imports what functions like to use, so that its byte code is kept."""
    import base64, calendar, collections.abc, concurrent.futures, contextlib, copy, dataclasses, difflib, email.message, enum  # noqa: E401
    import fractions, functools, hashlib, heapq, hmac, html, http.client, itertools, operator, os, pathlib, pprint, queue  # noqa: E401
    import random, secrets, shutil, sqlite3, statistics, string, struct, tempfile, textwrap, threading, time, traceback  # noqa: E401
    import urllib.parse, urllib.request, xml.etree.ElementTree, zipfile, zoneinfo  # noqa: E401

    import azure.functions, azure.keyvault.secrets, azure.storage.filedatalake, pyodbc, requests  # noqa: E401


@udf.function()
def plain(name: str, count: int, ratio: float, flag: bool, day: datetime.datetime, rows: list, more: dict) -> dict:
    """Takes each of the usual types."""
    logging.info("plain was called for %s", name)
    print("a printed line")
    _libraries()
    text = io.StringIO()
    csv.writer(text).writerow([name, count, math.floor(ratio)])
    return {
        "csv": text.getvalue(),
        "day": day.isoformat(),
        "names": re.findall(r"\w+", name),
        "total": str(decimal.Decimal("1.50") * count),
        "json": json.loads(json.dumps(rows)),
    }


@udf.function()
async def later(name: str) -> str:
    await asyncio.sleep(0)
    return name


@udf.function()
def refuses(reason: str) -> str:
    raise fn.UserThrownError(reason, {"id": str(uuid.uuid4())})


def _deeper(levels: int) -> int:
    return _deeper(levels + 1)


@udf.function()
def endless(levels: int) -> int:
    """Ends where the stack does, where what the interpreter needs for its error has to be at hand."""
    return _deeper(levels)


@udf.context(argName="caller")
@udf.connection(argName="files", alias="TrainingLake")
@udf.connection(argName="store", alias="TrainingStore")
@udf.function()
def data(store: fn.FabricSqlConnection, files: fn.FabricLakehouseClient, caller: fn.UserDataFunctionContext) -> list:
    with store.connect() as connection:
        cursor = connection.cursor()
        cursor.execute("CREATE TABLE dbo.Training (Id INT NOT NULL PRIMARY KEY, Name NVARCHAR(50), Price DECIMAL(9, 2))")
        cursor.execute("INSERT INTO dbo.Training (Id, Name, Price) VALUES (?, ?, ?)", 1, "one", decimal.Decimal("9.50"))
        connection.commit()
        cursor.execute("SELECT t.Name, COUNT(*) AS Times, SUM(t.Price) AS Total FROM dbo.Training t WHERE t.Id > ? GROUP BY t.Name ORDER BY t.Name", 0)
        found = [dict(zip([column[0] for column in cursor.description], map(str, row))) for row in cursor.fetchall()]
    folder = files.connectToFiles()
    file = folder.get_file_client("training/one.csv")
    file.upload_data(b"id;name\n1;one\n", overwrite=True)
    return found + [file.download_file().readall().decode("utf-8"), caller.invocation_id]
