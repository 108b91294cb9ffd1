"""Where the SDK keeps the client of lakehouse files; not exported at the top level."""

from fabric.functions.clients.lakehouse import FabricLakehouseFilesClient

__all__ = ["FabricLakehouseFilesClient"]
