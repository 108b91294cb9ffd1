"""Row: a sequence with attribute access by column name that is no tuple (pyodbc 5.3.0, row.cpp)."""


class Row:
    __slots__ = ("_values", "_names", "cursor_description")

    def __init__(self, values, names, description):
        object.__setattr__(self, "_values", values)
        object.__setattr__(self, "_names", names)
        object.__setattr__(self, "cursor_description", description)

    def __getattr__(self, name):
        index = self._names.get(name)
        if index is None:
            raise AttributeError(f"'pyodbc.Row' object has no attribute '{name}'")
        return self._values[index]

    def __setattr__(self, name, value):
        index = self._names.get(name)
        if index is None:
            raise AttributeError(f"'pyodbc.Row' object has no attribute '{name}'")
        self._values[index] = value

    def __getitem__(self, key):
        value = self._values[key]
        return tuple(value) if isinstance(key, slice) else value

    def __setitem__(self, key, value):
        self._values[key] = value

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __contains__(self, value):
        return value in self._values

    def __repr__(self):
        return repr(tuple(self._values))

    def __reduce__(self):
        return (_restored, (self._values, self._names, self.cursor_description))

    def _compared(self, other, operation):
        if not isinstance(other, Row):
            return NotImplemented
        return operation(self._values, other._values)

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __ne__(self, other):
        return self._compared(other, lambda a, b: a != b)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    __hash__ = None


def _restored(values, names, description):
    return Row(values, names, description)
