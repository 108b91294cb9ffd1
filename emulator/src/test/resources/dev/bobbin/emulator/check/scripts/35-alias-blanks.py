import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.connection(argName="db", alias=" Sales")  # expect: alias-blanks
@udf.connection(argName="lake", alias="Raw Files")  # expect: alias-blanks
@udf.connection(argName="other", alias="Sales")
@udf.function()
def report(db: fn.FabricSqlConnection, lake: fn.FabricLakehouseClient, other: fn.FabricSqlConnection) -> str:
    return ""
