"""Cursor (pyodbc 5.3.0, cursor.cpp; contract: section 6)."""

from collections import deque
from collections.abc import Iterator

from bobbin_worker import remarks
from pyodbc import _batches, _catalog, _errors, _markers
from pyodbc._results import ResultSet
from pyodbc._row import Row
from pyodbc._values import type_name, wire

_ROWS_A_MESSAGE = 2_000


class Cursor(_catalog.CatalogFunctions):
    """Executes statements and gives their results. Made by ``Connection.cursor``."""

    def __init__(self, connection):
        self._connection = connection
        self._open = True
        self._results = deque()
        self._set = None
        self._rowcount = -1
        self.arraysize = 1
        self.noscan = False
        self.fast_executemany = False
        self.messages = None

    @property
    def connection(self):
        return self._connection

    @property
    def description(self):
        """A tuple of seven for each column; None without a result set."""
        return None if self._set is None else self._set.columns.description

    @property
    def rowcount(self):
        return self._rowcount

    def _check(self):
        if not self._open:
            raise _errors.ProgrammingError("Attempt to use a closed cursor.")
        if self._connection.closed:
            raise _errors.ProgrammingError("The cursor's connection has been closed.")

    def close(self):
        self._check()
        self._free()
        self._open = False

    def _free(self):
        """Lets go of all results."""
        sets = [] if self._set is None else [self._set.number]
        sets += [result.get("rows") for result in self._results]
        self._results = deque()
        self._set = None
        self._rowcount = -1
        self._connection._free(sets)

    def execute(self, sql, *params):
        """Executes a batch and makes its first result current; returns the cursor."""
        self._check()
        if not isinstance(sql, str):
            raise TypeError("The first argument to execute must be a string or unicode query.")
        if len(params) == 1 and isinstance(params[0], (list, tuple, Row)):
            params = tuple(params[0])
        self._free()
        self.messages = []
        markers = _markers.count(sql)
        if params:
            _batches.require(markers, params)
        elif markers:
            raise _errors.exception(("07002", "0", "COUNT field incorrect or syntax error"), "SQLExecDirectW")
        # pyodbc's cursor.cpp names this function whether or not there are parameters.
        request = {"sql": sql, "parameters": _wired(params)}
        answer = self._connection._call("execute", request, "SQLExecDirectW")
        self._results = deque(answer)
        self._connection._wrote(sql, sum(max(result.get("count", 0), 0) for result in answer))
        self._next_result()
        remarks.watch(self._results)
        return self

    def executemany(self, sql, params):
        """Executes a statement once for each row of parameters."""
        self._check()
        if not isinstance(sql, str):
            raise TypeError("The first argument to execute must be a string or unicode query.")
        self._free()
        self.messages = []
        if isinstance(params, (list, tuple, Row)):
            if len(params) == 0:
                raise _errors.ProgrammingError("The second parameter to executemany must not be empty.", "HY000")
        elif not isinstance(params, Iterator):
            raise _errors.ProgrammingError(
                "The second parameter to executemany must be a sequence, iterator, or generator.", "HY000"
            )
        markers = _markers.count(sql)
        # The one place that names another: params.cpp, ExecuteMulti.
        function = "SQLExecute" if self.fast_executemany else "SQLExecDirectW"
        sending = _batches.Sending(self._connection, sql, function)
        batch = _batches.Rows(markers)
        try:
            for row in params:
                batch.add(row)
                if batch.count >= _ROWS_A_MESSAGE:
                    full, batch = batch, _batches.Rows(markers)
                    sending.send(full)
        finally:
            # After an error, too: the rows before a wrong one are executed, as the driver does one by one.
            sending.send(batch)
            sending.wait()
            self._connection._wrote(sql, sending.rows)

    def _next_result(self):
        """Makes the next result current; False when there is none."""
        self._set = None
        self._rowcount = -1
        while self._results:
            result = self._results.popleft()
            if "message" in result:
                self.messages.append(_errors.message(result["message"], result["number"]))
                continue
            if "error" in result:
                raise _errors.exception(result["error"], "SQLMoreResults")
            if "count" in result:
                self._rowcount = result["count"]
            else:
                self._set = ResultSet(self._connection, result)
            return True
        return False

    def nextset(self):
        """Goes on to the next result of the batch; False when there is none."""
        self._check()
        if self._set is not None:
            self._connection._free([self._set.number])
        self.messages = []
        return self._next_result()

    def _rows(self):
        self._check()
        if self._set is None:
            raise _errors.ProgrammingError("No results.  Previous SQL was not a query.")
        return self._set

    def fetchone(self):
        return self._rows().one()

    def fetchmany(self, size=None, /):
        return self._rows().many(self.arraysize if size is None else size)

    def fetchall(self):
        return self._rows().many(-1)

    def fetchval(self):
        row = self._rows().one()
        return None if row is None else row[0]

    def skip(self, count, /):
        self._rows().many(count)

    def __iter__(self):
        return self

    def __next__(self):
        row = self._rows().one()
        if row is None:
            raise StopIteration
        return row

    def commit(self):
        self._check()
        self._connection.commit()

    def rollback(self):
        self._check()
        self._connection.rollback()

    def cancel(self):
        self._check()

    def setinputsizes(self, sizes=None, /):
        if sizes is not None and not isinstance(sizes, (list, tuple, Row)):
            raise _errors.ProgrammingError(
                "A non-None parameter to setinputsizes must be a sequence, iterator, or generator."
            )

    def setoutputsize(self, *_):
        self._check()

    def set_attr(self, attr_id, value, /):
        self._check()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, exc_type, exc, trace):
        """Commits when there was no exception; never rolls back and does not close (cursor.cpp)."""
        self._check()
        if exc_type is None and not self._connection.autocommit:
            self._connection.commit()


def _wired(params):
    pairs = [wire(value) for value in params]
    if None in pairs:
        index = pairs.index(None)
        raise _errors.ProgrammingError(
            f"Invalid parameter type.  param-index={index} param-type={type_name(type(params[index]))}", "HY105"
        )
    return pairs
