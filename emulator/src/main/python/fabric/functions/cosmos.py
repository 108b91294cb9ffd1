"""Cosmos DB connections whose parameter is a CosmosClient."""


def use_cosmosdb(udf):
    """Has parameters annotated ``CosmosClient``, of either package, made from their connection."""
    from azure.cosmos import CosmosClient
    from azure.cosmos.aio import CosmosClient as AsyncCosmosClient

    for client_class in (CosmosClient, AsyncCosmosClient):
        udf.register_provider(client_class, _provider(client_class))


def _provider(client_class):
    def client(item, cosmos_endpoint="https://local.documents.azure.com:443/", **options):
        return client_class(cosmos_endpoint, item.get_access_token())

    return client
