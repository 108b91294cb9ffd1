"""Cosmos DB connections whose parameter is a CosmosClient."""


def use_cosmosdb(udf):
    """Would have such parameters made from their connection."""
    raise NotImplementedError("Bobbin does not stand in for Cosmos DB yet: this connection works in Fabric only.")
