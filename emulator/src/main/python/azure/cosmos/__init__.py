"""Cosmos DB for NoSQL, stood in for by a local store of documents."""

from azure.cosmos import documents, exceptions, http_constants, partition_key
from azure.cosmos._responses import CosmosDict, CosmosList
from azure.cosmos.container import ContainerProxy
from azure.cosmos.cosmos_client import CosmosClient
from azure.cosmos.database import DatabaseProxy
from azure.cosmos.documents import (
    ConsistencyLevel,
    DatabaseAccount,
    DataType,
    IndexingMode,
    IndexKind,
    PermissionMode,
    ProxyConfiguration,
    SSLConfiguration,
    TriggerOperation,
    TriggerType,
)
from azure.cosmos.offer import Offer, ThroughputProperties
from azure.cosmos.partition_key import PartitionKey
from azure.cosmos.permission import Permission
from azure.cosmos.scripts import ScriptsProxy
from azure.cosmos.user import UserProxy


class ConnectionRetryPolicy:
    """How the real client tries again; the local store answers at once or refuses."""

    def __init__(self, **kwargs):
        self.options = dict(kwargs)


__all__ = [
    "ConnectionRetryPolicy",
    "ConsistencyLevel",
    "ContainerProxy",
    "CosmosClient",
    "CosmosDict",
    "CosmosList",
    "DataType",
    "DatabaseAccount",
    "DatabaseProxy",
    "IndexKind",
    "IndexingMode",
    "Offer",
    "PartitionKey",
    "Permission",
    "PermissionMode",
    "ProxyConfiguration",
    "SSLConfiguration",
    "ScriptsProxy",
    "ThroughputProperties",
    "TriggerOperation",
    "TriggerType",
    "UserProxy",
    "documents",
    "exceptions",
    "http_constants",
    "partition_key",
]
