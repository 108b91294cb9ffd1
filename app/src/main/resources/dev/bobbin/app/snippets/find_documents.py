from fabric.functions.cosmosdb import get_cosmos_client

@udf.generic_connection(argName="store", audienceType="CosmosDB")
@udf.function()
def findDocuments(store: fn.FabricItem, database: str, container: str, status: str) -> list:
    """Finds documents in Cosmos DB by one of their fields.

    Args:
        database: Name of the database.
        container: Name of the container.
        status: What the field status must be.
    """
    client = get_cosmos_client(store, "https://myaccount.documents.azure.com:443/")
    found = client.get_database_client(database).get_container_client(container).query_items(
        query="SELECT c.id, c.status FROM c WHERE c.status = @status",
        parameters=[{"name": "@status", "value": status}],
        enable_cross_partition_query=True,
    )
    return list(found)
