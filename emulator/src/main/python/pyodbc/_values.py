"""Values between Python and the host."""

import datetime
import decimal
import uuid

_DATE = datetime.date.fromisoformat
_TIME = datetime.time.fromisoformat


def _datetime(text):
    return datetime.datetime(
        int(text[0:4]), int(text[5:7]), int(text[8:10]), int(text[11:13]), int(text[14:16]), int(text[17:19]),
        int(text[20:26]) if len(text) > 19 else 0,
    )


# By the host's type name: the class in cursor.description, the ODBC type code, and what makes the value (None: as is).
COLUMN_TYPES = {
    "bit": (bool, -7, None),
    "tinyint": (int, -6, None),
    "smallint": (int, 5, None),
    "int": (int, 4, None),
    "bigint": (int, -5, None),
    "float": (float, 6, float),
    "real": (float, 7, float),
    "decimal": (decimal.Decimal, 3, decimal.Decimal),
    "money": (decimal.Decimal, 3, decimal.Decimal),
    "smallmoney": (decimal.Decimal, 3, decimal.Decimal),
    "date": (datetime.date, 91, _DATE),
    "time": (datetime.time, -154, _TIME),
    "datetime": (datetime.datetime, 93, _datetime),
    "datetime2": (datetime.datetime, 93, _datetime),
    "smalldatetime": (datetime.datetime, 93, _datetime),
    "datetimeoffset": (str, -155, None),
    "uniqueidentifier": (str, -11, None),
    "varbinary": (bytes, -3, bytes.fromhex),
    "binary": (bytes, -2, bytes.fromhex),
    "varchar": (str, 12, None),
    "char": (str, 1, None),
    "nvarchar": (str, -9, None),
    "nchar": (str, -8, None),
}


def wire(value):
    """A parameter as the host takes it: a letter for the type, and the value."""
    if value is None:
        return ("n", None)
    if value is True or value is False:
        return ("b", value)
    if isinstance(value, str):
        return ("s", str(value))
    if isinstance(value, int):
        return ("i", str(int(value)))
    if isinstance(value, float):
        return ("f", repr(float(value)))
    if isinstance(value, decimal.Decimal):
        return ("c", str(value))
    if isinstance(value, datetime.datetime):
        return ("m", value.replace(tzinfo=None).isoformat())
    if isinstance(value, datetime.date):
        return ("d", value.isoformat())
    if isinstance(value, datetime.time):
        return ("t", value.replace(tzinfo=None).isoformat())
    if isinstance(value, (bytes, bytearray, memoryview)):
        return ("x", bytes(value).hex())
    if isinstance(value, uuid.UUID):
        return ("u", str(value))
    return None
