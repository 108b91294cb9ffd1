"""The results of a batch as the host tells them, made into what a cursor shows."""

import uuid

from pyodbc import _errors
from pyodbc._row import Columns, made
from pyodbc._values import COLUMN_TYPES, raw

_FIRST_PAGE = 200
_LARGEST_PAGE = 10_000


class ResultSet:
    """The rows of one query, fetched in pages that grow."""

    def __init__(self, connection, result):
        self._connection = connection
        self.number = result.get("rows")
        self._ended = self.number is None
        self._size = _FIRST_PAGE
        self._asked = None
        self.page = []
        self.position = 0
        description, self._converters = _columns(result["columns"], connection)
        self.columns = Columns(description)
        self._take(result.get("data") or [])

    def _take(self, rows):
        for index, convert in self._converters:
            for values in rows:
                value = values[index]
                if value is not None:
                    values[index] = convert(value)
        self.page = made(rows, self.columns)
        self.position = 0

    def _ask(self):
        """Has the host fetch the next page; the answer is taken later."""
        if self._asked is None and not self._ended:
            self._asked = self._size, self._connection._begin("fetch", {"rows": self.number, "count": self._size})
            self._size = min(self._size * 4, _LARGEST_PAGE)

    def _next_page(self, more=False):
        """Fetches more rows; False when there are none. With ``more``, the page after them is under way already."""
        self._ask()
        if self._asked is None:
            return False
        (size, pending), self._asked = self._asked, None
        answer = self._connection._finish(pending, "SQLFetch")
        self._ended = len(answer) < size
        if self._ended:
            self.number = None
        if more:
            self._ask()
        self._take(answer)
        return bool(answer)

    def one(self):
        """The next row, or None."""
        if self.position >= len(self.page) and not self._next_page():
            return None
        self.position += 1
        return self.page[self.position - 1]

    def many(self, count):
        """Up to so many rows; all for a negative number."""
        if count < 0:
            self._size = _LARGEST_PAGE
        taken = []
        while count < 0 or len(taken) < count:
            if self.position >= len(self.page) and not self._next_page(count < 0):
                break
            end = len(self.page) if count < 0 else self.position + count - len(taken)
            taken += self.page[self.position : end]
            self.position = min(end, len(self.page))
        return taken


def _columns(columns, connection):
    """The description of the columns, and what converts them, by position."""
    import pyodbc

    description, converters = [], []
    for index, (name, kind, size, scale) in enumerate(columns):
        cls, code, convert = COLUMN_TYPES[kind]
        user = connection._converters.get(code)
        if user is not None:
            convert = _user(user, code)
        elif kind == "datetimeoffset":
            convert = _unsupported(index, code)
        elif kind == "uniqueidentifier" and pyodbc.native_uuid:
            cls, convert = uuid.UUID, uuid.UUID
        if convert is not None:
            converters.append((index, convert))
        description.append((name.lower() if pyodbc.lowercase else name, cls, None, size, size, scale, True))
    return tuple(description), converters


def _user(function, code):
    return lambda value: function(raw(code, value))


def _unsupported(index, code):
    def refuse(_):
        raise _errors.ProgrammingError(
            f"ODBC SQL type {code} is not yet supported.  column-index={index}  type={code}", "HY106"
        )

    return refuse
