import logging
from datetime import date

import fabric.functions as fn

udf = fn.UserDataFunctions()


def plain(value):
    """A value from the database as JSON knows it: dates become text, decimals become numbers."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return value.isoformat() if isinstance(value, date) else float(value)


def rowsAsObjects(cursor) -> list:
    """All rows of a query, each as an object with the column names as keys."""
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, [plain(value) for value in row])) for row in cursor.fetchall()]


@udf.connection(argName="warehouse", alias="SalesWarehouse")
@udf.function()
def listOrders(warehouse: fn.FabricSqlConnection, region: str) -> list:
    """Lists the orders of a region, the newest first.

    Args:
        region: Name of the region, such as North. Passed to the query as a parameter, never pasted into its text.

    Returns:
        One object for each order.
    """
    connection = warehouse.connect()
    try:
        cursor = connection.cursor()
        cursor.execute(
            "SELECT OrderId, Customer, OrderDate, Amount FROM dbo.Orders WHERE Region = ? ORDER BY OrderDate DESC",
            region,
        )
        orders = rowsAsObjects(cursor)
        logging.info("%d orders in the region %s.", len(orders), region)
        return orders
    finally:
        connection.close()


@udf.connection(argName="warehouse", alias="SalesWarehouse")
@udf.function()
def salesByRegion(warehouse: fn.FabricSqlConnection) -> list:
    """Adds up the orders of every region.

    Returns:
        Region, number of orders and total amount, the largest total first.
    """
    connection = warehouse.connect()
    try:
        cursor = connection.cursor()
        cursor.execute(
            """
            SELECT Region, COUNT(*) AS Orders, SUM(Amount) AS Total
            FROM dbo.Orders
            GROUP BY Region
            ORDER BY Total DESC
            """
        )
        return rowsAsObjects(cursor)
    finally:
        connection.close()


@udf.connection(argName="warehouse", alias="SalesWarehouse")
@udf.function()
def addOrder(warehouse: fn.FabricSqlConnection, customer: str, region: str, amount: float) -> dict:
    """Adds an order dated today.

    Args:
        customer: Who ordered.
        region: Where.
        amount: Above zero.

    Returns:
        The number of the new order and the total of its region.
    """
    if amount <= 0:
        raise fn.UserThrownError("The amount must be above zero.", {"amount": amount})
    connection = warehouse.connect()
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT COALESCE(MAX(OrderId), 0) + 1 FROM dbo.Orders")
        orderId = cursor.fetchone()[0]
        cursor.execute(
            "INSERT INTO dbo.Orders (OrderId, Customer, Region, OrderDate, Amount) VALUES (?, ?, ?, ?, ?)",
            (orderId, customer, region, date.today(), amount),
        )
        cursor.execute("SELECT SUM(Amount) FROM dbo.Orders WHERE Region = ?", region)
        total = cursor.fetchone()[0]
        # Without commit the new order would be gone once the connection is closed.
        connection.commit()
        return {"orderId": orderId, "regionTotal": float(total)}
    finally:
        connection.close()
