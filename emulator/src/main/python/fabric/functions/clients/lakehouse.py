"""Connections to lakehouses. Contract: section 1.3."""

from bobbin_worker import runs
from fabric.functions.clients import bad_day, sql
from fabric.functions.clients.item import FabricItem


class FabricLakehouseFilesClient(FabricItem):
    """The Files of a lakehouse."""

    def __init__(self, alias_name, endpoints):
        super().__init__(alias_name, endpoints)
        run = runs.current()
        name = (endpoints.get("fileendpoint") or {}).get("Name")
        if run is not None and name:
            run.lakehouses[name.lower()] = self

    def connectToFiles(self):
        """A DataLakeDirectoryClient for the Files folder."""
        from azure.storage.filedatalake import DataLakeDirectoryClient

        return DataLakeDirectoryClient._at(self.lake(), "")

    def connectToFilesAsync(self):
        """The same for ``await``; the call itself is not awaited."""
        from azure.storage.filedatalake.aio import DataLakeDirectoryClient

        return DataLakeDirectoryClient._at(self.lake(), "")

    def lake(self):
        """The connected lakehouse, for the storage clients of this package."""
        from azure.storage.filedatalake import _history
        from azure.storage.filedatalake._lake import Lake

        endpoint = self._endpoint("fileendpoint")
        url = endpoint.get("ConnectionString") or ""
        return Lake(endpoint["Folder"], url, _history.of(endpoint), bad_day.of(endpoint), endpoint.get("Name") or "")


class FabricLakehouseClient(FabricLakehouseFilesClient):
    """A lakehouse: its Files and its SQL endpoint."""

    def connectToSql(self):
        """A new ``pyodbc.Connection`` to the SQL endpoint."""
        return sql.connect(self._endpoint("sqlendpoint"))
