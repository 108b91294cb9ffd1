"""A database and its containers."""

from azure.core.paging import paged
from azure.cosmos import _ids, _responses, exceptions
from azure.cosmos._options import cosmos_options
from azure.cosmos.container import ContainerProxy
from azure.cosmos.offer import ThroughputProperties
from azure.cosmos.user import UserProxy


_SETTINGS = (
    "analytical_storage_ttl", "change_feed_policy", "computed_properties", "full_text_policy", "return_properties",
    "vector_embedding_policy",
)


class DatabaseProxy:
    """Works on one database. Making one asks nothing of the account."""

    _container_class = ContainerProxy

    def __init__(self, account, id, properties=None):
        self.client_connection = self._account = account
        self.id = id
        self.database_link = "dbs/" + id
        self._properties = properties

    def __repr__(self):
        return f"<DatabaseProxy [{self.database_link}]>"[:1024]

    @cosmos_options()
    def read(self, populate_query_metrics=None, **kwargs):
        """The properties of the database. Raises CosmosResourceNotFoundError."""
        return _responses.answer(self._account, self._account.call("readDatabase", database=self.id), kwargs)

    @cosmos_options(*_SETTINGS)
    def create_container(self, id, partition_key, indexing_policy=None, default_ttl=None, populate_query_metrics=None,
                         offer_throughput=None, unique_key_policy=None, conflict_resolution_policy=None, **kwargs):
        """Makes a container and returns its client. Raises CosmosResourceExistsError."""
        settings = _settings(id, partition_key, indexing_policy, default_ttl, unique_key_policy,
                             conflict_resolution_policy, kwargs)
        _ids.check(settings)
        body = self._account.call("createContainer", database=self.id, settings=settings)
        return _responses.client(self._container(id, body), body, kwargs)

    @cosmos_options(*_SETTINGS)
    def create_container_if_not_exists(self, id, partition_key, indexing_policy=None, default_ttl=None,
                                       populate_query_metrics=None, offer_throughput=None, unique_key_policy=None,
                                       conflict_resolution_policy=None, **kwargs):
        """The client of a container, which is made when it is not there."""
        try:
            body = self._account.call("readContainer", database=self.id, container=id)
            return _responses.client(self._container(id, body), body, kwargs)
        except exceptions.CosmosResourceNotFoundError:
            return DatabaseProxy.create_container(
                self, id, partition_key, indexing_policy, default_ttl, None, offer_throughput, unique_key_policy,
                conflict_resolution_policy, **kwargs,
            )

    @cosmos_options(*_SETTINGS)
    def replace_container(self, container, partition_key, indexing_policy=None, default_ttl=None,
                          conflict_resolution_policy=None, populate_query_metrics=None, **kwargs):
        """Changes a container's settings and returns its client."""
        id = _id(container)
        settings = _settings(id, partition_key, indexing_policy, default_ttl, None, conflict_resolution_policy, kwargs)
        body = self._account.call("replaceContainer", database=self.id, settings=settings)
        return _responses.client(self._container(id, body), body, kwargs)

    @cosmos_options()
    def delete_container(self, container, populate_query_metrics=None, **kwargs):
        """Removes a container with its items. Raises CosmosResourceNotFoundError."""
        self._account.call("deleteContainer", database=self.id, container=_id(container))

    def get_container_client(self, container):
        """The client of a container, by its id, client or properties."""
        return self._container(_id(container))

    @cosmos_options()
    def list_containers(self, max_item_count=None, populate_query_metrics=None, **kwargs):
        """The properties of all containers."""
        return paged(lambda token: (None, self._account.call("listContainers", database=self.id)))

    @cosmos_options()
    def query_containers(self, query=None, parameters=None, max_item_count=None, populate_query_metrics=None,
                         **kwargs):
        """The properties of the containers that a query gives; all without a query."""
        if query is None:
            return self.list_containers(max_item_count)
        question = _responses.question(query, parameters)
        return paged(lambda token: (None, self._account.call("queryContainers", database=self.id, **question)))

    @cosmos_options()
    def list_users(self, max_item_count=None, **kwargs):
        """Users of resource tokens: none, as access is not limited here."""
        return paged(lambda token: (None, []))

    def get_user_client(self, user):
        """Refused: resource tokens are not stood in for."""
        return UserProxy(user)

    create_user = upsert_user = get_user_client

    @cosmos_options()
    def get_throughput(self, **kwargs):
        """Throughput makes no difference here; the least there is."""
        return ThroughputProperties(offer_throughput=400)

    @cosmos_options()
    def replace_throughput(self, throughput, **kwargs):
        """Throughput makes no difference here."""
        return throughput if isinstance(throughput, ThroughputProperties) else ThroughputProperties(throughput)

    def _container(self, id, properties=None):
        return self._container_class(self._account, self.id, id, properties)


def _settings(id, partition_key, indexing_policy, default_ttl, unique_key_policy, conflict_resolution_policy, options):
    given = {
        "id": id,
        "partitionKey": dict(partition_key) if partition_key is not None else None,
        "indexingPolicy": indexing_policy,
        "defaultTtl": default_ttl,
        "uniqueKeyPolicy": unique_key_policy,
        "conflictResolutionPolicy": conflict_resolution_policy,
        "vectorEmbeddingPolicy": options.get("vector_embedding_policy"),
        "fullTextPolicy": options.get("full_text_policy"),
        "computedProperties": options.get("computed_properties"),
    }
    return {name: value for name, value in given.items() if value is not None}


def _id(container):
    if isinstance(container, str):
        return container
    return container["id"] if isinstance(container, dict) else container.id
