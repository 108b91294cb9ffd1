"""Finds the lakehouse behind an address of OneLake: one of those that the function is connected to."""

from azure.storage.filedatalake import _errors, _names
from bobbin_worker import runs


def resolve(account_url, file_system_name, path_name):
    """The lakehouse and the normal path in its Files. Raises ResourceNotFoundError."""
    item, _, path = _names.normal(path_name).partition("/")
    lake = lakehouse(item)
    folder, _, inner = path.partition("/")
    if folder != "Files":
        raise _errors.not_stood_in_for(f"the folder '{folder}' of a lakehouse")
    lake.addressed(account_url.rstrip("/"), file_system_name, f"{item}/{folder}")
    return lake, inner


def lakehouse(item):
    """The connected lakehouse of a name, with or without the ending ``.Lakehouse``."""
    name = str(item)
    if name.lower().endswith(".lakehouse"):
        name = name[: -len(".lakehouse")]
    run = runs.current()
    connection = run and run.lakehouses.get(name.lower())
    if not connection:
        raise _errors.lakehouse_not_connected(name)
    return connection.lake()
