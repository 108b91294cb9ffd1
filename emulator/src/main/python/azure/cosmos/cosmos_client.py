"""An account."""

from azure.core.paging import paged
from azure.cosmos import _host, _ids, _responses, documents, exceptions
from azure.cosmos._options import cosmos_options
from azure.cosmos.database import DatabaseProxy


class CosmosClient:
    """Works on the account of a connection. The address is not used: nothing leaves this machine."""

    _database_class = DatabaseProxy

    def __init__(self, url, credential, consistency_level=None, **kwargs):
        self._url = url
        self.client_connection = self._account = _host.account_of(credential, url)

    @classmethod
    def from_connection_string(cls, conn_str, credential=None, consistency_level=None, **kwargs):
        """The account of the function's only connection: the string leads nowhere."""
        return cls(url=conn_str, credential=credential, consistency_level=consistency_level, **kwargs)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        """Nothing is held open."""

    @cosmos_options("return_properties")
    def create_database(self, id, populate_query_metrics=None, offer_throughput=None, **kwargs):
        """Makes a database and returns its client. Raises CosmosResourceExistsError."""
        _ids.check({"id": id})
        body = self._account.call("createDatabase", database=id)
        return _responses.client(self._database_class(self._account, id, body), body, kwargs)

    @cosmos_options("return_properties")
    def create_database_if_not_exists(self, id, populate_query_metrics=None, offer_throughput=None, **kwargs):
        """The client of a database, which is made when it is not there."""
        try:
            body = self._account.call("readDatabase", database=id)
        except exceptions.CosmosResourceNotFoundError:
            _ids.check({"id": id})
            body = self._account.call("createDatabase", database=id)
        return _responses.client(self._database_class(self._account, id, body), body, kwargs)

    def get_database_client(self, database):
        """The client of a database, by its id, client or properties."""
        return self._database_class(self._account, _id(database))

    @cosmos_options()
    def list_databases(self, max_item_count=None, populate_query_metrics=None, **kwargs):
        """The properties of all databases."""
        return paged(lambda token: (None, self._account.call("listDatabases")))

    @cosmos_options()
    def query_databases(self, query=None, parameters=None, enable_cross_partition_query=None, max_item_count=None,
                        populate_query_metrics=None, **kwargs):
        """The properties of the databases that a query gives; all without a query."""
        if query is None:
            return self.list_databases(max_item_count)
        question = _responses.question(query, parameters)
        return paged(lambda token: (None, self._account.call("queryDatabases", **question)))

    @cosmos_options()
    def delete_database(self, database, populate_query_metrics=None, **kwargs):
        """Removes a database with its containers. Raises CosmosResourceNotFoundError."""
        self._account.call("deleteDatabase", database=_id(database))

    @cosmos_options()
    def get_database_account(self, **kwargs):
        """What is known of the account."""
        return documents.DatabaseAccount()


def _id(database):
    if isinstance(database, str):
        return database
    return database["id"] if isinstance(database, dict) else database.id
