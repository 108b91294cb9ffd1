"""The same clients for ``await``. The local store is quick: the work is done at once."""

from azure.core._options import awaiting
from azure.core.async_paging import AsyncEntries, AsyncItemPaged
from azure.cosmos import container, cosmos_client, database
from azure.cosmos.scripts import ScriptsProxy
from azure.cosmos.user import UserProxy


@awaiting(
    "read", "read_item", "create_item", "upsert_item", "replace_item", "patch_item", "delete_item",
    "delete_all_items_by_partition_key", "read_items", "execute_item_batch", "feed_range_from_partition_key",
    "get_throughput", "replace_throughput",
)
class ContainerProxy(container.ContainerProxy):
    """Works on one container. Queries go over all partitions unless one is given, as in the asynchronous package."""

    def query_items(self, query, **kwargs):
        kwargs["enable_cross_partition_query"] = True
        return AsyncItemPaged(super().query_items(query, **kwargs))

    def read_all_items(self, **kwargs):
        return AsyncItemPaged(super().read_all_items(**kwargs))

    def query_items_change_feed(self, *args, **kwargs):
        return AsyncItemPaged(super().query_items_change_feed(*args, **kwargs))

    def list_conflicts(self, **kwargs):
        return AsyncItemPaged(super().list_conflicts(**kwargs))

    def query_conflicts(self, query, **kwargs):
        return AsyncItemPaged(super().query_conflicts(query, **kwargs))

    def read_feed_ranges(self, *, force_refresh=False, **kwargs):
        return AsyncEntries(super().read_feed_ranges(force_refresh=force_refresh, **kwargs))


@awaiting(
    "read", "create_container", "create_container_if_not_exists", "replace_container", "delete_container",
    "get_throughput", "replace_throughput",
)
class DatabaseProxy(database.DatabaseProxy):
    """Works on one database."""

    _container_class = ContainerProxy

    def list_containers(self, **kwargs):
        return AsyncItemPaged(super().list_containers(**kwargs))

    def query_containers(self, query=None, **kwargs):
        return AsyncItemPaged(super().query_containers(query, **kwargs))


@awaiting("create_database", "create_database_if_not_exists", "delete_database", "close")
class CosmosClient(cosmos_client.CosmosClient):
    """Works on the account of a connection."""

    _database_class = DatabaseProxy

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        """Nothing is held open."""

    def list_databases(self, **kwargs):
        return AsyncItemPaged(super().list_databases(**kwargs))

    def query_databases(self, query=None, **kwargs):
        return AsyncItemPaged(super().query_databases(query, **kwargs))


__all__ = ["ContainerProxy", "CosmosClient", "DatabaseProxy", "ScriptsProxy", "UserProxy"]
