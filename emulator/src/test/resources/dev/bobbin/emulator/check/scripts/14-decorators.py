import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.function  # expect: decorator-without-parentheses
def forgotten(a: str) -> str:
    return a


@udf.connection("Sales", "database")  # expect: unknown-argument
@udf.function()
def misnamed(db: fn.FabricSqlConnection) -> str:  # expect: missing-connection
    return ""


@udf.connection(argName="db")  # expect: missing-alias
@udf.function()
def nameless(db: fn.FabricSqlConnection) -> str:
    return ""


@udf.function()
def unconnected(a: str, lake: fn.FabricLakehouseClient, who: fn.UserDataFunctionContext) -> str:  # expect: missing-connection, missing-connection
    return a


@udf.connection("Sales", "db")
def unregistered(db: fn.FabricSqlConnection) -> str:  # expect: connection-without-function
    return ""


@udf.generic_connection(argName="cosmos", audienceType="CosmosDb")  # expect: unknown-audience
@udf.function()
def spelled(cosmos: fn.FabricItem) -> str:
    return ""


@udf.connection(argName="vault", audienceType="KeyVault")
@udf.function()
def generic(vault: fn.FabricItem) -> str:
    return ""


@udf.connection("<My Lakehouse alias>", "lake")  # expect: alias-characters
@udf.function()
def placeholder(lake: fn.FabricLakehouseClient) -> str:
    return ""


@udf.connection("Größe", "lake")  # expect: alias-characters
@udf.function()
def foreign(lake: fn.FabricLakehouseClient) -> str:
    return ""
