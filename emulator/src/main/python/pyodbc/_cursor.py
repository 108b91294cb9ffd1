"""Cursor (pyodbc 5.3.0, cursor.cpp; contract: section 6)."""

from collections import deque

from pyodbc import _errors
from pyodbc._row import Row
from pyodbc._values import COLUMN_TYPES, wire

_PAGE = 500


class Cursor:
    arraysize = 1
    noscan = False

    def __init__(self, connection):
        self._connection = connection
        self._open = True
        self.fast_executemany = False
        self.messages = []
        self._reset()

    def _reset(self):
        self._results = deque()
        self._rows = None
        self._page = deque()
        self._ended = True
        self._names = {}
        self._converters = ()
        self.description = None
        self.rowcount = -1

    @property
    def connection(self):
        return self._connection

    def _check(self):
        if not self._open:
            raise _errors.ProgrammingError("Attempt to use a closed cursor.")
        if self._connection.closed:
            raise _errors.ProgrammingError("The cursor's connection has been closed.")

    def close(self):
        self._check()
        self._free()
        self._reset()
        self._open = False

    def _free(self):
        open_sets = [self._rows] if self._rows is not None else []
        open_sets += [result["rows"] for result in self._results if "rows" in result]
        if open_sets and not self._connection.closed:
            self._connection._call("free", {"rows": open_sets}, "SQLFreeStmt")

    def execute(self, sql, *params):
        self._check()
        if not isinstance(sql, str):
            raise TypeError("The first argument to execute must be a string.")
        if len(params) == 1 and isinstance(params[0], (list, tuple, Row)):
            params = tuple(params[0])
        self._free()
        self._reset()
        self.messages = []
        markers = _markers(sql)
        if params and markers != len(params):
            raise _errors.ProgrammingError(
                f"The SQL contains {markers} parameter markers, but {len(params)} parameters were supplied", "HY000"
            )
        if markers and not params:
            raise _errors.ProgrammingError(
                "07002",
                "[07002] [Microsoft][ODBC Driver 18 for SQL Server]COUNT field incorrect or syntax error (0) (SQLExecDirectW)",
            )
        function = "SQLExecute" if params else "SQLExecDirectW"
        answer = self._connection._call("execute", {"sql": sql, "parameters": _wired(params)}, function)
        self._results = deque(answer)
        self._next_result()
        return self

    def executemany(self, sql, params):
        self._check()
        rows = [tuple(row) if isinstance(row, (list, tuple, Row)) else (row,) for row in params]
        if not rows:
            raise _errors.ProgrammingError("The second parameter to executemany must not be empty.", "HY000")
        markers = _markers(sql)
        for row in rows:
            if len(row) != markers:
                raise _errors.ProgrammingError(
                    f"The SQL contains {markers} parameter markers, but {len(row)} parameters were supplied", "HY000"
                )
        self._free()
        self._reset()
        self.messages = []
        for start in range(0, len(rows), _PAGE):
            wired = [_wired(row) for row in rows[start : start + _PAGE]]
            count = self._connection._call("executemany", {"sql": sql, "rows": wired}, "SQLExecute")
            self.rowcount = count if len(rows) == 1 else -1

    def _next_result(self):
        """Makes the next result current; False when there is none."""
        self._rows = None
        self._page = deque()
        self._ended = True
        self.description = None
        self.rowcount = -1
        while self._results:
            result = self._results.popleft()
            if "message" in result:
                text = f"[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]{result['message']}"
                self.messages.append(("[01000] (0)", text))
                continue
            if "error" in result:
                raise _errors.exception(result["error"], "SQLMoreResults")
            if "count" in result:
                self.rowcount = result["count"]
            else:
                self._open_rows(result)
            return True
        return False

    def _open_rows(self, result):
        self._rows = result["rows"]
        self._ended = False
        columns = result["columns"]
        converters = self._connection._converters
        self._converters = []
        description = []
        for name, kind, size, scale in columns:
            cls, code, convert = COLUMN_TYPES[kind]
            if code in converters:
                convert = _converted(converters[code])
            elif kind == "datetimeoffset":
                convert = _unsupported_offset
            self._converters.append(convert)
            description.append((name, cls, None, size, size, scale, True))
        self._names = {column[0]: index for index, column in enumerate(columns)}
        self.description = tuple(description)
        self._plain = all(convert is None for convert in self._converters)

    def nextset(self):
        self._check()
        if self._rows is not None:
            self._connection._call("free", {"rows": [self._rows]}, "SQLMoreResults")
        self.messages = []
        return self._next_result()

    def _need_rows(self):
        self._check()
        if self._rows is None:
            raise _errors.ProgrammingError("No results.  Previous SQL was not a query.")

    def _fill(self, count):
        if self._ended:
            return
        raw = self._connection._call("fetch", {"rows": self._rows, "count": count}, "SQLFetch")
        self._ended = len(raw) < count
        names, description, converters = self._names, self.description, self._converters
        if self._plain:
            self._page.extend([Row(values, names, description) for values in raw])
            return
        for values in raw:
            self._page.append(
                Row(
                    [
                        value if value is None or convert is None else convert(value)
                        for value, convert in zip(values, converters)
                    ],
                    names,
                    description,
                )
            )

    def fetchone(self):
        self._need_rows()
        if not self._page:
            self._fill(_PAGE)
        return self._page.popleft() if self._page else None

    def fetchmany(self, size=None):
        self._need_rows()
        size = self.arraysize if size is None else size
        while len(self._page) < size and not self._ended:
            self._fill(max(_PAGE, size - len(self._page)))
        return [self._page.popleft() for _ in range(min(size, len(self._page)))]

    def fetchall(self):
        self._need_rows()
        while not self._ended:
            self._fill(20 * _PAGE)
        rows = list(self._page)
        self._page.clear()
        return rows

    def fetchval(self):
        row = self.fetchone()
        return None if row is None else row[0]

    def skip(self, count):
        self.fetchmany(count)

    def __iter__(self):
        self._need_rows()
        return self

    def __next__(self):
        row = self.fetchone()
        if row is None:
            raise StopIteration
        return row

    def commit(self):
        self._check()
        self._connection.commit()

    def rollback(self):
        self._check()
        self._connection.rollback()

    def setinputsizes(self, sizes=None):
        self._check()

    def setoutputsize(self, *_):
        self._check()

    def cancel(self):
        self._check()

    def tables(self, table=None, catalog=None, schema=None, tableType=None):
        return self.execute(
            "SELECT TABLE_CATALOG AS table_cat, TABLE_SCHEMA AS table_schem, TABLE_NAME AS table_name,"
            " CASE TABLE_TYPE WHEN 'VIEW' THEN 'VIEW' ELSE 'TABLE' END AS table_type, CAST(NULL AS varchar(254)) AS remarks"
            " FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME LIKE ? AND TABLE_SCHEMA LIKE ?"
            " AND ? LIKE '%' + CASE TABLE_TYPE WHEN 'VIEW' THEN 'VIEW' ELSE 'TABLE' END + '%'"
            " ORDER BY 4, 2, 3",
            table or "%",
            schema or "%",
            tableType or "TABLE,VIEW",
        )

    def columns(self, table=None, catalog=None, schema=None, column=None):
        return self.execute(
            "SELECT TABLE_CATALOG AS table_cat, TABLE_SCHEMA AS table_schem, TABLE_NAME AS table_name,"
            " COLUMN_NAME AS column_name, DATA_TYPE AS type_name,"
            " COALESCE(CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION) AS column_size,"
            " NUMERIC_SCALE AS decimal_digits, IS_NULLABLE AS is_nullable, ORDINAL_POSITION AS ordinal_position"
            " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME LIKE ? AND TABLE_SCHEMA LIKE ? AND COLUMN_NAME LIKE ?"
            " ORDER BY 2, 3, 9",
            table or "%",
            schema or "%",
            column or "%",
        )

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, exc_type, exc, trace):
        """Commits when there was no exception; never rolls back and does not close (cursor.cpp)."""
        self._check()
        if exc_type is None and not self._connection.autocommit:
            self._connection.commit()

    def __del__(self):
        self._open = False


def _wired(params):
    wired = []
    for index, value in enumerate(params):
        pair = wire(value)
        if pair is None:
            raise _errors.ProgrammingError(
                "HY105",
                f"Invalid parameter type.  param-index={index} param-type={type(value).__name__}",
            )
        wired.append(pair)
    return wired


def _converted(function):
    return lambda value: function(value if isinstance(value, bytes) else str(value).encode("utf-16-le"))


def _unsupported_offset(_):
    raise _errors.ProgrammingError("ODBC SQL type -155 is not yet supported.  column-index=0  type=-155", "HY106")


def _markers(sql):
    """How many parameter markers the text has, outside literals, names and comments."""
    if "?" not in sql:
        return 0
    count = index = 0
    length = len(sql)
    while index < length:
        char = sql[index]
        if char in "'\"[":
            close = sql.find("]" if char == "[" else char, index + 1)
            index = length if close < 0 else close
        elif sql.startswith("--", index):
            end = sql.find("\n", index)
            index = length if end < 0 else end
        elif sql.startswith("/*", index):
            end = sql.find("*/", index + 2)
            index = length if end < 0 else end + 1
        elif char == "?":
            count += 1
        index += 1
    return count
