"""Cosmos DB connections."""


def get_cosmos_client(item, cosmos_endpoint):
    """Would give a CosmosClient."""
    raise NotImplementedError("Bobbin does not stand in for Cosmos DB yet: this call works in Fabric only.")
