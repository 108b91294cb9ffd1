"""Connections to lakehouses. Contract: section 1.3."""

from fabric.functions.clients import sql
from fabric.functions.clients.item import FabricItem


class FabricLakehouseFilesClient(FabricItem):
    """The Files of a lakehouse."""

    def connectToFiles(self):
        """A DataLakeDirectoryClient for the Files folder."""
        from azure.storage.filedatalake import DataLakeDirectoryClient

        return self._files(DataLakeDirectoryClient)

    def connectToFilesAsync(self):
        """The same for ``await``; the call itself is not awaited."""
        from azure.storage.filedatalake.aio import DataLakeDirectoryClient

        return self._files(DataLakeDirectoryClient)

    def _files(self, client_class):
        endpoint = self._endpoint("fileendpoint")
        return client_class._rooted_at(endpoint["Folder"], endpoint.get("ConnectionString") or "")


class FabricLakehouseClient(FabricLakehouseFilesClient):
    """A lakehouse: its Files and its SQL endpoint."""

    def connectToSql(self):
        """A new ``pyodbc.Connection`` to the SQL endpoint."""
        return sql.connect(self._endpoint("sqlendpoint"))
