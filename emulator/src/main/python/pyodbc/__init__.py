"""pyodbc as functions see it: the module's surface over Bobbin's stand-ins. Nothing leaves the machine."""

import datetime as _datetime

from pyodbc._connection import Connection, connect
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
DATETIME = _datetime.datetime
BINARY = bytearray
STRING = str
NUMBER = float
ROWID = int
Date = _datetime.date
Time = _datetime.time
Timestamp = _datetime.datetime
DateFromTicks = _datetime.date.fromtimestamp
TimestampFromTicks = _datetime.datetime.fromtimestamp

SQL_CHAR = 1
SQL_NUMERIC = 2
SQL_DECIMAL = 3
SQL_INTEGER = 4
SQL_SMALLINT = 5
SQL_FLOAT = 6
SQL_REAL = 7
SQL_DOUBLE = 8
SQL_VARCHAR = 12
SQL_TYPE_DATE = 91
SQL_TYPE_TIME = 92
SQL_TYPE_TIMESTAMP = 93
SQL_LONGVARCHAR = -1
SQL_BINARY = -2
SQL_VARBINARY = -3
SQL_LONGVARBINARY = -4
SQL_BIGINT = -5
SQL_TINYINT = -6
SQL_BIT = -7
SQL_WCHAR = -8
SQL_WVARCHAR = -9
SQL_WLONGVARCHAR = -10
SQL_GUID = -11
SQL_SS_TIME2 = -154
SQL_SS_XML = -152
SQL_ATTR_CONNECTION_TIMEOUT = 113
SQL_ATTR_LOGIN_TIMEOUT = 103
SQL_ATTR_TXN_ISOLATION = 108
SQL_TXN_READ_COMMITTED = 2
SQL_DBMS_NAME = 17
SQL_DBMS_VER = 18
SQL_DRIVER_NAME = 6
SQL_DRIVER_VER = 7


def drivers():
    """The driver the shim stands for."""
    return ["ODBC Driver 18 for SQL Server"]


def dataSources():
    return {}


def setDecimalSeparator(separator):
    if separator != ".":
        raise NotSupportedError("0A000", "setDecimalSeparator is not supported yet by Bobbin's stand-in.")


def getDecimalSeparator():
    return "."
