"""Cosmos DB for NoSQL, stood in for by a local store of documents."""

from azure.cosmos import exceptions, partition_key
from azure.cosmos._responses import CosmosDict, CosmosList
from azure.cosmos.container import ContainerProxy
from azure.cosmos.cosmos_client import CosmosClient
from azure.cosmos.database import DatabaseProxy
from azure.cosmos.partition_key import PartitionKey


class ThroughputProperties:
    """Throughput, which makes no difference here."""

    def __init__(self, *args, **kwargs):
        self.offer_throughput = args[0] if args else kwargs.get("offer_throughput")
        self.auto_scale_max_throughput = kwargs.get("auto_scale_max_throughput")
        self.auto_scale_increment_percent = kwargs.get("auto_scale_increment_percent")
        self.properties = kwargs.get("properties")


class ConsistencyLevel:
    """Consistency levels; the local store is always strong."""

    Strong = "Strong"
    BoundedStaleness = "BoundedStaleness"
    Session = "Session"
    Eventual = "Eventual"
    ConsistentPrefix = "ConsistentPrefix"


class IndexingMode:
    """Modes of an index, which makes no difference here."""

    Consistent = "consistent"
    Lazy = "lazy"
    NoIndex = "none"


__all__ = [
    "ConsistencyLevel",
    "ContainerProxy",
    "CosmosClient",
    "CosmosDict",
    "CosmosList",
    "DatabaseProxy",
    "IndexingMode",
    "PartitionKey",
    "ThroughputProperties",
    "exceptions",
    "partition_key",
]
