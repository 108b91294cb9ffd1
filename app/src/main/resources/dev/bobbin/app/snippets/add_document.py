from fabric.functions.cosmosdb import get_cosmos_client

@udf.generic_connection(argName="store", audienceType="CosmosDB")
@udf.function()
def saveDocument(store: fn.FabricItem, database: str, container: str, document: dict) -> str:
    """Stores a document in Cosmos DB; one of the same id takes its place.

    Args:
        database: Name of the database.
        container: Name of the container.
        document: What to store; it needs an id.
    """
    client = get_cosmos_client(store, "https://myaccount.documents.azure.com:443/")
    stored = client.get_database_client(database).get_container_client(container).upsert_item(document)
    return stored["id"]
