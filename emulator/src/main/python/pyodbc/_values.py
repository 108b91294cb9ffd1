"""Values between Python and the host."""

import datetime
import decimal
import struct
import uuid

_DATE = datetime.date.fromisoformat
_TIME = datetime.time.fromisoformat


class _BinaryNull:
    """NULL for a binary column, where the driver cannot tell by itself."""

    def __repr__(self):
        return "pyodbc.BinaryNull"


BinaryNull = _BinaryNull()


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
    "float": (float, 6, None),
    "real": (float, 7, None),
    "decimal": (decimal.Decimal, 3, decimal.Decimal),
    "numeric": (decimal.Decimal, 2, decimal.Decimal),
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
    "xml": (str, -152, None),
}

_HEAP_TYPE = 1 << 9


def type_name(cls):
    """A class as C extensions name it, by which the driver tells of it: those made in C with their module, those made in Python without."""
    in_python = cls.__flags__ & _HEAP_TYPE or cls.__module__ == "builtins"
    return cls.__name__ if in_python else f"{cls.__module__}.{cls.__name__}"


def _variant(pair):
    """A value of sql_variant, which brings the name of its own type."""
    name, value = pair
    convert = COLUMN_TYPES[name][2]
    return value if convert is None else convert(value)


COLUMN_TYPES["sql_variant"] = (str, -150, _variant)

_INTEGERS = {-7: "<B", -6: "<B", 5: "<h", 4: "<i", -5: "<q"}


def raw(code, value):
    """The bytes an output converter gets: the value as the driver holds it in memory."""
    if code in _INTEGERS:
        return struct.pack(_INTEGERS[code], value)
    if code in (6, 7):
        return struct.pack("<d" if code == 6 else "<f", value)
    if code in (2, 3):
        return _numeric(decimal.Decimal(value))
    if code == 91:
        day = _DATE(value)
        return struct.pack("<hHH", day.year, day.month, day.day)
    if code == 93:
        moment = _datetime(value)
        return struct.pack(
            "<hHHHHHI", moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second,
            moment.microsecond * 1000,
        )
    if code == -154:
        time = _TIME(value)
        return struct.pack("<HHHxxI", time.hour, time.minute, time.second, time.microsecond * 1000)
    if code == -155:
        return _offset(value)
    if code in (-2, -3):
        return bytes.fromhex(value)
    if code == -11:
        return uuid.UUID(value).bytes_le
    if code in (1, 12):
        return value.encode("cp1252", "replace")
    return value.encode("utf-16-le")


def _numeric(number):
    """SQL_NUMERIC_STRUCT: precision, scale, sign, and 16 bytes of digits."""
    sign, digits, exponent = number.as_tuple()
    whole = int("".join(map(str, digits)) or "0")
    return struct.pack("<BbB", max(len(digits), -exponent), -exponent, 1 - sign) + whole.to_bytes(16, "little")


def _offset(text):
    """SQL_SS_TIMESTAMPOFFSET_STRUCT of a text such as ``2024-01-15 10:00:00.1234567 +01:00``."""
    moment, _, zone = text.rpartition(" ")
    whole = _datetime(moment[:19])
    fraction = int(moment[20:].ljust(9, "0")) if len(moment) > 19 else 0
    sign = -1 if zone.startswith("-") else 1
    hours, _, minutes = zone[1:].partition(":")
    return struct.pack(
        "<hHHHHHIhh", whole.year, whole.month, whole.day, whole.hour, whole.minute, whole.second, fraction,
        sign * int(hours), sign * int(minutes or 0),
    )


def kind(cls):
    """How values of a class travel: a letter for the type, and what makes the value (None: as is); None: not at all."""
    known = _KINDS.get(cls)
    return known or next((found for base, found in _BASES if issubclass(cls, base)), None)


def wire(value):
    """A parameter as the host takes it: a letter for the type, and the value; None when it cannot be bound."""
    known = kind(type(value))
    if known is None:
        return None
    letter, made = known
    return letter, value if made is None else made(value)


def _moment(value):
    return value.replace(tzinfo=None).isoformat()


_BASES = (
    (bool, ("b", bool)),
    (str, ("s", str)),
    (int, ("i", int)),
    (float, ("f", float)),
    (decimal.Decimal, ("c", str)),
    (datetime.datetime, ("m", _moment)),
    (datetime.date, ("d", datetime.date.isoformat)),
    (datetime.time, ("t", _moment)),
    ((bytes, bytearray, memoryview), ("x", lambda value: bytes(value).hex())),
    (uuid.UUID, ("u", str)),
    (_BinaryNull, ("y", lambda value: None)),
)

_KINDS = {
    type(None): ("n", None),
    bool: ("b", None),
    str: ("s", None),
    int: ("i", None),
    float: ("f", None),
    decimal.Decimal: ("c", str),
    datetime.datetime: ("m", _moment),
    datetime.date: ("d", datetime.date.isoformat),
    bytes: ("x", bytes.hex),
}
