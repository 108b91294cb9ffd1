"""Connection and connect (pyodbc 5.3.0, connection.cpp; contract: section 6)."""

from pyodbc import _errors
from pyodbc._cursor import Cursor


def connect(connstring=None, /, *, autocommit=False, timeout=0, attrs_before=None, readonly=False, **keywords):
    """Connects to a stand-in, which the connection string names as its server."""
    keywords.pop("encoding", None)
    keywords.pop("ansi", None)
    parts = _parts(connstring or "")
    parts.update({key.lower(): str(value) for key, value in keywords.items()})
    handle = parts.get("server") or parts.get("data source") or parts.get("dsn") or ""
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


class Connection:
    searchescape = "\\"
    maxwrite = 0

    def __init__(self, handle, autocommit, timeout):
        self._number = None
        self._autocommit = autocommit
        self._converters = {}
        self.timeout = timeout
        self._number = self._host("connect", {"handle": handle, "autocommit": autocommit}, "SQLDriverConnect")

    def _host(self, operation, arguments, function):
        from bobbin_worker import host

        try:
            return host.call("sql." + operation, arguments)
        except _errors._HostError as error:
            raise _errors.exception(error.args, function) from None

    def _call(self, operation, arguments, function):
        arguments["connection"] = self._number
        return self._host(operation, arguments, function)

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

    def cursor(self):
        self._check()
        return Cursor(self)

    def execute(self, sql, *params):
        return self.cursor().execute(sql, *params)

    def commit(self):
        self._check()
        self._call("commit", {}, "SQLEndTran")

    def rollback(self):
        self._check()
        self._call("rollback", {}, "SQLEndTran")

    def close(self):
        self._check()
        self._call("close", {}, "SQLDisconnect")
        self._number = None

    def add_output_converter(self, sqltype, func):
        self._check()
        if func is None:
            self._converters.pop(sqltype, None)
        else:
            self._converters[sqltype] = func

    def get_output_converter(self, sqltype):
        self._check()
        return self._converters.get(sqltype)

    def remove_output_converter(self, sqltype):
        self._check()
        self._converters.pop(sqltype, None)

    def clear_output_converters(self):
        self._check()
        self._converters.clear()

    def setencoding(self, encoding=None, ctype=None):
        self._check()

    def setdecoding(self, sqltype, encoding=None, ctype=None):
        self._check()

    def set_attr(self, attr_id, value):
        self._check()

    def getinfo(self, infotype):
        self._check()
        known = {17: "Microsoft SQL Server", 18: "12.00.2000", 6: "libmsodbcsql-18", 7: "18.00.0000"}
        if infotype in known:
            return known[infotype]
        raise _errors.NotSupportedError("0A000", f"getinfo({infotype}) is not supported yet by Bobbin's stand-in.")

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
        self._number = None
