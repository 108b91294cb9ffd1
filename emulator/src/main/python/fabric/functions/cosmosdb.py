"""Cosmos DB connections."""


def get_cosmos_client(item, cosmos_endpoint=None, **kwargs):
    """A CosmosClient of the connection. The address is not used: the account is a local one."""
    from azure.cosmos import CosmosClient

    return CosmosClient(cosmos_endpoint or "https://local.documents.azure.com:443/", item.get_access_token(), **kwargs)
