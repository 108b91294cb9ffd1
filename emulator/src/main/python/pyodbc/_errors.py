"""Exceptions, and how the driver words what SQL Server says (pyodbc 5.3.0, errors.cpp; contract: section 6)."""

_DRIVER = "[Microsoft][ODBC Driver 18 for SQL Server]"


class Warning(Exception):  # noqa: A001 (the name is PEP 249's)
    pass


class Error(Exception):
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class InternalError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class DataError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


class _HostError(Exception):
    """What the host raises: SQLSTATE, native number, text."""


# Tracebacks and logs name them as callers do.
for _public in (
    Warning, Error, InterfaceError, DatabaseError, InternalError, OperationalError, ProgrammingError, IntegrityError,
    DataError, NotSupportedError,
):
    _public.__module__ = "pyodbc"


_CLASSES = (
    ("01002", OperationalError),
    ("08001", OperationalError),
    ("08003", OperationalError),
    ("08004", OperationalError),
    ("08007", OperationalError),
    ("08S01", OperationalError),
    ("0A000", NotSupportedError),
    ("28000", InterfaceError),
    ("40002", IntegrityError),
    ("22", DataError),
    ("23", IntegrityError),
    ("24", ProgrammingError),
    ("25", ProgrammingError),
    ("42", ProgrammingError),
    ("HY001", OperationalError),
    ("HY014", OperationalError),
    ("HYT00", OperationalError),
    ("HYT01", OperationalError),
    ("IM001", InterfaceError),
    ("IM002", InterfaceError),
    ("IM003", InterfaceError),
)


def exception_class(state):
    for prefix, cls in _CLASSES:
        if state.startswith(prefix):
            return cls
    return Error


def message(text, number):
    """What the server said beside its results, as it stands in ``Cursor.messages``."""
    return f"[01000] ({number})", f"{_DRIVER}[SQL Server]{text}"


def exception(host_arguments, function):
    """The exception for a host's error; ``function`` is the ODBC function that would have failed.

    Of what the server says after it, such as "The statement has been terminated. (3621)", nothing is told: pyodbc's
    ``errors.cpp`` reads the first record only, except on Windows, and the service runs on Linux.
    """
    state, number, text = host_arguments
    server = "[SQL Server]" if number != "0" else ""
    message = f"[{state}] {_DRIVER}{server}{text} ({number}) ({function})"
    return exception_class(state)(state, message)
