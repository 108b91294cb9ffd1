"""Connections to warehouses and SQL databases. Contract: section 1.3."""

from fabric.functions.clients.item import FabricItem
from fabric.functions.exceptions import UserDataFunctionInternalError

_DRIVER = "ODBC Driver 18 for SQL Server"
_TOKEN_ATTRIBUTE = 1256
_TIMEOUT_SECONDS = 60


class FabricSqlConnection(FabricItem):
    """A SQL endpoint."""

    def connect(self):
        """A new ``pyodbc.Connection``; what it writes must be committed."""
        return connect(self._endpoint("sqlendpoint"))


def connect(endpoint):
    """Connects to a SQL endpoint as the SDK does."""
    import pyodbc

    token = (endpoint.get("AccessToken") or "").encode("utf-16-le")
    return pyodbc.connect(
        connection_string(endpoint.get("ConnectionString") or ""),
        attrs_before={_TOKEN_ATTRIBUTE: len(token).to_bytes(4, "little") + token},
        timeout=_TIMEOUT_SECONDS,
    )


def connection_string(text):
    """The ODBC connection string for a bare server or for ``Data Source=…;Initial Catalog=…``."""
    server, database = _server_and_database(text)
    if not server:
        raise UserDataFunctionInternalError("Server value is not set in connection")
    if "{" in database or "}" in database:
        raise UserDataFunctionInternalError(
            "Databases connected to User Data Functions cannot contain '{' or '}' characters in their name."
        )
    result = f"DRIVER={{{_DRIVER}}};Server={server};Encrypt=yes;LongAsMax=yes;"
    return result + f"Database={{{database}}};" if database else result


def _server_and_database(text):
    if "=" not in text:
        return text.strip(), ""
    parts = {}
    for part in text.split(";"):
        key, _, value = part.partition("=")
        parts[key.strip().lower()] = value.strip().strip("\"'")
    server = parts.get("server") or parts.get("data source") or ""
    return server, parts.get("initial catalog") or parts.get("database") or ""
