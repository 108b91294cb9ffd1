"""Rows of parameters for executemany, and their way to the host."""

from pyodbc import _errors
from pyodbc._row import Row
from pyodbc._values import kind, type_name

_NONE = type(None)


def require(markers, params):
    """Refuses parameters that are not as many as the statement has markers."""
    if markers != len(params):
        raise _errors.ProgrammingError(
            f"The SQL contains {markers} parameter markers, but {len(params)} parameters were supplied", "HY000"
        )


class Rows:
    """Rows of parameters for one message, together as long as the types of their columns are the same."""

    __slots__ = ("batches", "count", "_markers", "_types", "_makers", "_append")

    def __init__(self, markers):
        self.batches = []
        self.count = 0
        self._markers = markers
        self._types = None
        self._makers = ()
        self._append = None

    def add(self, row):
        """Adds a row; raises when it cannot be bound."""
        if not isinstance(row, (list, tuple, Row)):
            raise TypeError("Params must be in a list, tuple, or Row")
        values = tuple(row)
        if len(values) != self._markers:
            require(self._markers, values)
        types = tuple(map(type, values))
        if types != self._types and not self._takes(types):
            self._begin(types)
        if self._makers:
            values = list(values)
            for index, make in self._makers:
                if values[index] is not None:
                    values[index] = make(values[index])
        self._append(values)
        self.count += 1

    def _takes(self, types):
        """Whether a row differs from those before in what is None only."""
        known = self._types
        return known is not None and all(own is other or own is _NONE for own, other in zip(types, known))

    def _begin(self, types):
        kinds = [kind(cls) for cls in types]
        if None in kinds:
            index = kinds.index(None)
            raise _errors.ProgrammingError(
                f"Invalid parameter type.  param-index={index} param-type={type_name(types[index])}", "HY105"
            )
        batch = {"types": "".join([letter for letter, _ in kinds]), "rows": []}
        self.batches.append(batch)
        self._types = types
        self._makers = [(index, make) for index, (_, make) in enumerate(kinds) if make is not None]
        self._append = batch["rows"].append


class Sending:
    """Sends messages of rows one after another; while the host carries one out, the next is made."""

    __slots__ = ("rows", "_connection", "_sql", "_function", "_pending")

    def __init__(self, connection, sql, function):
        """``function`` is the ODBC function that errors name."""
        self.rows = 0
        self._connection = connection
        self._sql = sql
        self._function = function
        self._pending = None

    def send(self, rows):
        """Sends rows once those before are done; raises what became of those before."""
        self.wait()
        if rows.count:
            self.rows += rows.count
            self._pending = self._connection._begin("executemany", {"sql": self._sql, "batches": rows.batches})

    def wait(self):
        """Waits for what was sent; raises when a row of it failed."""
        pending, self._pending = self._pending, None
        if pending is not None:
            self._connection._finish(pending, self._function)
