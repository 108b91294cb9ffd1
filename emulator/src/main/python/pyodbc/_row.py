"""Row: a sequence with attribute access by column name that is no tuple (pyodbc 5.3.0, row.cpp)."""

import operator
from collections import deque
from itertools import repeat


class Columns:
    """What the rows of a result share: the cursor's description, and positions by name."""

    __slots__ = ("description", "positions")

    def __init__(self, description):
        self.description = description
        self.positions = {column[0]: index for index, column in enumerate(description)}


class Row:
    """A row of a result. Values can be replaced, by position or by name; nothing can be added or removed."""

    __slots__ = ("_Row__values", "_Row__columns")

    def __new__(cls, *state):
        """Rows come from cursors; only a pickled row is made of its state."""
        if len(state) < 3 or not isinstance(state[0], tuple) or len(state[0]) != len(state) - 2:
            raise TypeError("cannot create 'pyodbc.Row' instances")
        return row(list(state[2:]), Columns(state[0]))

    @property
    def cursor_description(self):
        """The description of the cursor that made this row."""
        return self.__columns.description

    def __getattr__(self, name):
        index = self.__columns.positions.get(name)
        if index is None:
            raise AttributeError(f"'pyodbc.Row' object has no attribute '{name}'")
        return self.__values[index]

    def __setattr__(self, name, value):
        index = self.__columns.positions.get(name)
        if index is None:
            raise AttributeError(f"'pyodbc.Row' object has no attribute '{name}'")
        self.__values[index] = value

    def __getitem__(self, key):
        values = self.__values
        if isinstance(key, slice):
            return self if key.indices(len(values)) == (0, len(values), 1) else tuple(values[key])
        try:
            index = operator.index(key)
        except TypeError:
            raise TypeError(f"row indices must be integers, not {type(key).__name__}") from None
        try:
            return values[index]
        except IndexError:
            if index < 0:
                index += len(values)
            raise IndexError(f"row index out of range index={index} len={len(values)}") from None

    def __setitem__(self, key, value):
        try:
            self.__values[operator.index(key)] = value
        except IndexError:
            raise IndexError("Row assignment index out of range") from None

    def __len__(self):
        return len(self.__values)

    def __iter__(self):
        return iter(self.__values)

    def __contains__(self, value):
        return value in self.__values

    def __repr__(self):
        return repr(tuple(self.__values))

    def __reduce__(self):
        columns = self.__columns
        return (Row, (columns.description, columns.positions, *self.__values))

    def __copy__(self):
        return row(list(self.__values), self.__columns)

    def __compared(self, other, compare):
        if not isinstance(other, Row):
            return NotImplemented
        mine, others = self.__values, other.__values
        # Rows of different widths compare by their widths.
        return compare(mine, others) if len(mine) == len(others) else compare(len(mine), len(others))

    def __eq__(self, other):
        return self.__compared(other, operator.eq)

    def __ne__(self, other):
        return self.__compared(other, operator.ne)

    def __lt__(self, other):
        return self.__compared(other, operator.lt)

    def __le__(self, other):
        return self.__compared(other, operator.le)

    def __gt__(self, other):
        return self.__compared(other, operator.gt)

    def __ge__(self, other):
        return self.__compared(other, operator.ge)

    __hash__ = None


_new = object.__new__
_set_values = Row.__dict__["_Row__values"].__set__
_set_columns = Row.__dict__["_Row__columns"].__set__


def row(values, columns):
    """A row over this list of values, which becomes its own."""
    return made([values], columns)[0]


def made(lists, columns):
    """Rows over these lists of values, which become their own. Without a loop in Python: there may be millions."""
    rows = list(map(_new, repeat(Row, len(lists))))
    deque(map(_set_values, rows, lists), 0)
    deque(map(_set_columns, rows, repeat(columns)), 0)
    return rows
