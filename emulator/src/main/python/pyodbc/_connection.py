"""Connection and connect (pyodbc 5.3.0, connection.cpp; contract: section 6)."""

import gc
import sys
import weakref

from bobbin_worker import remarks
from pyodbc import _errors
from pyodbc._catalog import unsupported
from pyodbc._cursor import Cursor

# What ODBC Driver 18 tells of a Fabric database, by SQL_… constant.
_INFO = {
    2: "", 6: "libmsodbcsql-18", 7: "18.05.0001", 10: "03.52", 13: "bobbin", 14: "\\", 17: "Microsoft SQL Server",
    18: "12.00.2000", 21: "Y", 22: 0, 25: "N", 26: 2, 28: 4, 29: '"', 30: 128, 32: 128, 33: 134, 34: 128, 35: 128,
    36: "Y", 37: "Y", 39: "owner", 40: "stored procedure", 41: ".", 42: "database", 45: "table", 46: 2, 47: "dbo",
    72: 47, 87: "Y", 113: "Y", 10005: 128,
}

_MOST_REMEMBERED = 1_000

# Weak references to the connections that were not closed, by number.
_live = {}


def connect(connstring=None, /, *, autocommit=False, timeout=0, attrs_before=None, readonly=False, **keywords):
    """Connects to a stand-in, which the connection string names as its server."""
    for ignored in ("encoding", "ansi", "attrs_before"):
        keywords.pop(ignored, None)
    if connstring is None and not keywords:
        raise TypeError("no connection information was passed")
    parts = _parts(connstring or "")
    parts.update({key.lower(): str(value) for key, value in keywords.items()})
    names = ("server", "data source", "address", "addr", "dsn", "host")
    handle = next((parts[name] for name in names if parts.get(name)), "")
    return Connection(handle, bool(autocommit), timeout)


def _parts(text):
    """The keys and values of a connection string; braces keep semicolons together."""
    parts = {}
    key, value, braces, in_value = "", "", False, False
    for char in text + ";":
        if char == "{" and in_value and not value:
            braces = True
        elif char == "}" and braces:
            braces = False
        elif char == ";" and not braces:
            if key.strip():
                parts[key.strip().lower()] = value.strip()
            key, value, in_value = "", "", False
        elif char == "=" and not in_value:
            in_value = True
        elif in_value:
            value += char
        else:
            key += char
    return parts


def _remember(connection):
    """Keeps a weak reference; those of destroyed connections of earlier runs are dropped now and then."""
    if len(_live) > _MOST_REMEMBERED:
        for number in [number for number, reference in _live.items() if reference() is None]:
            _live.pop(number, None)
    _live[connection._number] = weakref.ref(connection)


def _close_forgotten(numbers):
    """Closes those connections that nobody holds any more.

    Where Python counts no references it destroys them late, or never tells; and each holds a lock meanwhile.
    """
    from bobbin_worker import host

    gc.collect()
    for number in numbers:
        reference = _live.get(number)
        if reference is not None and reference() is None:
            del _live[number]
            host.call("sql.close", {"connection": number})


class Connection:
    """A connection to a stand-in. What it writes must be committed; closing rolls back."""

    def __init__(self, handle, autocommit, timeout):
        self._number = None
        self._autocommit = autocommit
        self._converters = {}
        self._uncommitted = remarks.Uncommitted()
        self._timeout = timeout
        self.searchescape = "\\"
        self.maxwrite = 0
        answer = self._host("connect", {"handle": handle, "autocommit": autocommit}, "SQLDriverConnect")
        self._number = answer["connection"]
        if answer["writers"] and sys.implementation.name != "cpython":
            _close_forgotten(answer["writers"])
        _remember(self)

    def _host(self, operation, arguments, function):
        from bobbin_worker import host

        try:
            return host.call("sql." + operation, arguments)
        except _errors._HostError as error:
            raise _errors.exception(error.args, function) from None

    def _call(self, operation, arguments, function):
        arguments["connection"] = self._number
        return self._host(operation, arguments, function)

    def _begin(self, operation, arguments):
        """Starts a call whose answer is fetched later."""
        from bobbin_worker import host

        arguments["connection"] = self._number
        return host.begin("sql." + operation, arguments)

    def _finish(self, pending, function):
        """Waits for the answer to a call that was started."""
        from bobbin_worker import host

        try:
            return host.finish(pending)
        except _errors._HostError as error:
            raise _errors.exception(error.args, function) from None

    def _free(self, sets):
        """Lets go of result sets on the host."""
        numbers = [number for number in sets if number is not None]
        if numbers and self._number is not None:
            self._call("free", {"rows": numbers}, "SQLFreeStmt")

    def _check(self):
        if self._number is None:
            raise _errors.ProgrammingError("Attempt to use a closed connection.")

    @property
    def closed(self):
        return self._number is None

    @property
    def autocommit(self):
        self._check()
        return self._autocommit

    @autocommit.setter
    def autocommit(self, value):
        self._check()
        self._call("autocommit", {"on": bool(value)}, "SQLSetConnectAttr")
        self._autocommit = bool(value)
        self._uncommitted.rows = 0

    @property
    def timeout(self):
        """Seconds a query may take; kept, but without effect."""
        self._check()
        return self._timeout

    @timeout.setter
    def timeout(self, value):
        self._check()
        if value < 0:
            raise ValueError("Cannot set a negative timeout.")
        self._timeout = value

    def cursor(self):
        self._check()
        return Cursor(self)

    def execute(self, sql, *params):
        """A new cursor that has executed this."""
        return self.cursor().execute(sql, *params)

    def commit(self):
        self._check()
        self._call("commit", {}, "SQLEndTran")
        self._uncommitted.rows = 0

    def rollback(self):
        self._check()
        self._call("rollback", {}, "SQLEndTran")
        self._uncommitted.rows = 0

    def _wrote(self, sql, rows):
        """Notes what may be forgotten to be committed."""
        if not self._autocommit:
            self._uncommitted.add(sql, rows)

    def close(self):
        self._check()
        number, self._number = self._number, None
        _live.pop(number, None)
        self._host("close", {"connection": number}, "SQLDisconnect")

    def add_output_converter(self, sqltype, func, /):
        """Has a function make the values of a type; it gets bytes."""
        self._check()
        if func is None:
            self._converters.pop(sqltype, None)
        else:
            self._converters[sqltype] = func

    def get_output_converter(self, sqltype, /):
        self._check()
        return self._converters.get(sqltype)

    def remove_output_converter(self, sqltype, /):
        self._check()
        self._converters.pop(sqltype, None)

    def clear_output_converters(self):
        self._check()
        self._converters.clear()

    def setencoding(self, encoding=None, ctype=None):
        self._check()

    def setdecoding(self, sqltype, encoding=None, ctype=None):
        self._check()

    def set_attr(self, attr_id, value, /):
        self._check()

    def getinfo(self, infotype, /):
        """A fact about driver and data source, by its SQL_… constant."""
        self._check()
        if infotype == 16:
            return self.execute("SELECT DB_NAME()").fetchval()
        if infotype in _INFO:
            return _INFO[infotype]
        raise unsupported(f"getinfo({infotype})")

    def bcp(self, *_, **__):
        raise unsupported("bcp")

    def __reduce__(self):
        raise TypeError("cannot pickle 'pyodbc.Connection' object")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, exc_type, exc, trace):
        """Commits, or rolls back after an exception, unless autocommit is on; does not close."""
        self._check()
        if not self._autocommit:
            if exc_type is None:
                self.commit()
            else:
                self.rollback()

    def __del__(self):
        """A connection that nobody holds any more is closed, and with it rolled back."""
        number = getattr(self, "_number", None)
        if number is not None:
            self._number = None
            _live.pop(number, None)
            try:
                from bobbin_worker import host

                host.tell("sql.close", {"connection": number})
            except Exception:  # noqa: BLE001 (the interpreter may be ending)
                return
