"""A small chain of shops: stock and sales lie in a warehouse, deliveries and reports in a lakehouse."""

import csv
import io
import logging
from datetime import date, datetime

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


def stockOf(cursor, storeId: int, productId: int) -> int:
    """How many pieces of a product a store has; the caller is told when there is no such store or product."""
    cursor.execute("SELECT Quantity FROM dbo.Stock WHERE StoreId = ? AND ProductId = ?", (storeId, productId))
    row = cursor.fetchone()
    if row is None:
        raise fn.UserThrownError(
            "This store does not sell this product.", {"storeId": storeId, "productId": productId}
        )
    return row[0]


def changeStock(cursor, storeId: int, productId: int, pieces: int) -> None:
    """Adds pieces to the stock of a product in a store; a negative number takes them away."""
    cursor.execute(
        "UPDATE dbo.Stock SET Quantity = Quantity + ? WHERE StoreId = ? AND ProductId = ?",
        (pieces, storeId, productId),
    )


@udf.connection(argName="warehouse", alias="RetailWarehouse")
@udf.function()
def stockLevels(warehouse: fn.FabricSqlConnection, storeId: int) -> list:
    """Lists what a store has in stock, by product name.

    Args:
        storeId: Number of the store, 1 to 3 in the sample data.

    Returns:
        Product number, name, unit price and pieces in stock; empty for a store that is not there.
    """
    connection = warehouse.connect()
    try:
        cursor = connection.cursor()
        cursor.execute(
            """
            SELECT p.ProductId, p.Name, p.UnitPrice, s.Quantity
            FROM dbo.Stock AS s
            JOIN dbo.Products AS p ON p.ProductId = s.ProductId
            WHERE s.StoreId = ?
            ORDER BY p.Name
            """,
            storeId,
        )
        return rowsAsObjects(cursor)
    finally:
        connection.close()


@udf.connection(argName="warehouse", alias="RetailWarehouse")
@udf.context(argName="invocation")
@udf.function()
def recordSale(
    warehouse: fn.FabricSqlConnection,
    invocation: fn.UserDataFunctionContext,
    storeId: int,
    productId: int,
    quantity: int,
    soldOn: datetime,
) -> dict:
    """Records a sale and takes the pieces out of the stock, both or neither.

    Args:
        storeId: Number of the store.
        productId: Number of the product.
        quantity: Pieces sold, 1 or more and no more than there are.
        soldOn: The day of the sale; its time does not matter.

    Returns:
        The number of the sale, what is to be paid and the pieces left.
    """
    if quantity < 1:
        raise fn.UserThrownError("At least one piece must be sold.", {"quantity": quantity})
    connection = warehouse.connect()
    try:
        cursor = connection.cursor()
        inStock = stockOf(cursor, storeId, productId)
        if quantity > inStock:
            raise fn.UserThrownError(
                f"Only {inStock} pieces are in stock.", {"quantity": quantity, "inStock": inStock}
            )
        cursor.execute("SELECT UnitPrice FROM dbo.Products WHERE ProductId = ?", productId)
        amount = cursor.fetchone()[0] * quantity
        cursor.execute("SELECT COALESCE(MAX(SaleId), 0) + 1 FROM dbo.Sales")
        saleId = cursor.fetchone()[0]
        cursor.execute(
            """
            INSERT INTO dbo.Sales (SaleId, StoreId, ProductId, SoldOn, Quantity, Amount, RecordedBy)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            (
                saleId,
                storeId,
                productId,
                soldOn.date(),
                quantity,
                amount,
                invocation.executing_user["PreferredUsername"],
            ),
        )
        changeStock(cursor, storeId, productId, -quantity)
        connection.commit()
        logging.info("Sale %d: %d pieces of product %d in store %d.", saleId, quantity, productId, storeId)
        return {"saleId": saleId, "amount": float(amount), "left": inStock - quantity}
    finally:
        connection.close()


@udf.connection(argName="warehouse", alias="RetailWarehouse")
@udf.connection(argName="lake", alias="RetailLake")
@udf.function()
def importDelivery(warehouse: fn.FabricSqlConnection, lake: fn.FabricLakehouseClient, fileName: str) -> dict:
    """Adds a delivery to the stock of a store.

    Args:
        fileName: A CSV file below Files with the columns storeId, productId and pieces, such as
            deliveries/2025-11-03.csv.

    Returns:
        How many lines and pieces were added. When one line is wrong nothing is.
    """
    files = lake.connectToFiles()
    connection = warehouse.connect()
    try:
        data = files.get_file_client(fileName).download_file().readall()
        lines = list(csv.DictReader(io.StringIO(data.decode("utf-8"))))
        cursor = connection.cursor()
        pieces = 0
        for number, line in enumerate(lines, start=2):
            if int(line["pieces"]) < 1:
                raise fn.UserThrownError(
                    f"Line {number} of {fileName} has no pieces.", {"line": number, "pieces": line["pieces"]}
                )
            stockOf(cursor, int(line["storeId"]), int(line["productId"]))
            changeStock(cursor, int(line["storeId"]), int(line["productId"]), int(line["pieces"]))
            pieces += int(line["pieces"])
        connection.commit()
        logging.info("%s: %d lines, %d pieces.", fileName, len(lines), pieces)
        return {"lines": len(lines), "pieces": pieces}
    finally:
        connection.close()
        files.close()


@udf.connection(argName="warehouse", alias="RetailWarehouse")
@udf.function()
def reorderProposal(warehouse: fn.FabricSqlConnection, minimumStock: int) -> list:
    """Proposes what to order so that every store has a minimum of every product.

    Args:
        minimumStock: Pieces every store should have of each of its products.

    Returns:
        Store, product, pieces in stock and pieces to order, the emptiest shelves first.
    """
    connection = warehouse.connect()
    try:
        cursor = connection.cursor()
        cursor.execute(
            """
            SELECT st.Name AS Store, p.Name AS Product, s.Quantity AS InStock, ? - s.Quantity AS ToOrder
            FROM dbo.Stock AS s
            JOIN dbo.Stores AS st ON st.StoreId = s.StoreId
            JOIN dbo.Products AS p ON p.ProductId = s.ProductId
            WHERE s.Quantity < ?
            ORDER BY s.Quantity, st.Name, p.Name
            """,
            (minimumStock, minimumStock),
        )
        return rowsAsObjects(cursor)
    finally:
        connection.close()


@udf.connection(argName="warehouse", alias="RetailWarehouse")
@udf.connection(argName="lake", alias="RetailLake")
@udf.function()
def dailyReport(warehouse: fn.FabricSqlConnection, lake: fn.FabricLakehouseClient, day: datetime) -> dict:
    """Adds up the sales of a day by store and writes them to the lakehouse as a CSV file.

    Args:
        day: The day; its time does not matter.

    Returns:
        The file that was written, and its lines.
    """
    connection = warehouse.connect()
    try:
        cursor = connection.cursor()
        cursor.execute(
            """
            SELECT st.Name AS Store, COUNT(*) AS Sales, SUM(sa.Quantity) AS Pieces, SUM(sa.Amount) AS Amount
            FROM dbo.Sales AS sa
            JOIN dbo.Stores AS st ON st.StoreId = sa.StoreId
            WHERE sa.SoldOn = ?
            GROUP BY st.Name
            ORDER BY st.Name
            """,
            day.date(),
        )
        lines = rowsAsObjects(cursor)
    finally:
        connection.close()
    text = io.StringIO()
    writer = csv.DictWriter(text, ["Store", "Sales", "Pieces", "Amount"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    fileName = f"reports/{day.date().isoformat()}.csv"
    files = lake.connectToFiles()
    try:
        files.get_file_client(fileName).upload_data(text.getvalue().encode("utf-8"), overwrite=True)
    finally:
        files.close()
    return {"file": fileName, "lines": lines}
