"""pyodbc as functions see it: the module's surface over Bobbin's stand-ins. Nothing leaves the machine."""

import datetime as _datetime

from pyodbc._connection import Connection, connect
from pyodbc._constants import *  # noqa: F403 (the constants are part of the module)
from pyodbc._cursor import Cursor
from pyodbc._errors import (
    DatabaseError,
    DataError,
    Error,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    Warning,
    _HostError,
)
from pyodbc._row import Row
from pyodbc._values import BinaryNull

version = "5.3.0"
__version__ = version
apilevel = "2.0"
paramstyle = "qmark"
threadsafety = 1
lowercase = False
pooling = True
native_uuid = False
odbcversion = "3.X"

Binary = bytearray
BINARY = bytearray
STRING = str
NUMBER = float
ROWID = int
DATETIME = _datetime.datetime
Date = _datetime.date
Time = _datetime.time
Timestamp = _datetime.datetime
DateFromTicks = _datetime.date.fromtimestamp
TimestampFromTicks = _datetime.datetime.fromtimestamp

_decimal_separator = "."


def TimeFromTicks(ticks):
    """The local time of day of a moment, given in seconds since 1970."""
    return _datetime.datetime.fromtimestamp(ticks).time()


def drivers():
    """The driver the shim stands for."""
    return ["ODBC Driver 18 for SQL Server"]


def dataSources():
    """The data sources of the machine: the shim knows none."""
    return {}


def setDecimalSeparator(separator):
    """Taken as given: decimals travel without a separator that depends on the locale."""
    global _decimal_separator
    _decimal_separator = str(separator)


def getDecimalSeparator():
    return _decimal_separator
