import logging
import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.connection(argName="store", alias="Store")
@udf.function()
def countOrders(store: fn.FabricSqlConnection, customer: str) -> int:
    logging.info("counting for %s", customer)
    with store.connect() as connection:
        return connection.cursor().execute("SELECT COUNT(*) FROM dbo.Orders WHERE Customer = ?", customer).fetchval()


@udf.function()
def refuse(reason: str) -> str:
    raise fn.UserThrownError(reason, {"code": 7})
