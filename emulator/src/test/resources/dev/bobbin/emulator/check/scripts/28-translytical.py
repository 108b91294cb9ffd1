# Write-back from a report
import datetime
import fabric.functions as fn
import logging

udf = fn.UserDataFunctions()


@udf.connection(argName="sqlDB", alias="AdventureWorks")
@udf.function()
def updateDiscount(sqlDB: fn.FabricSqlConnection, discountPercent: float, productId: int, reason: str) -> str:
    if discountPercent < 0 or discountPercent > 100:
        raise fn.UserThrownError("The discount must be between 0 and 100.", {"discount": discountPercent})
    if len(reason) > 200:
        raise fn.UserThrownError("The reason is too long.", {"length": len(reason)})
    logging.info("Updating product %s", productId)
    connection = sqlDB.connect()
    cursor = connection.cursor()
    try:
        cursor.execute(
            """
            UPDATE SalesLT.Product
            SET Discount = ?, Reason = ?, ModifiedDate = ?
            WHERE ProductID = ?
            """,
            (discountPercent, reason, datetime.datetime.now(datetime.timezone.utc), productId),
        )
        if cursor.rowcount == 0:
            raise fn.UserThrownError(f"There is no product {productId}.")
        connection.commit()
    except fn.UserThrownError:
        raise
    except Exception as e:
        connection.rollback()
        raise fn.UserThrownError("The change was not saved.", {"detail": str(e)})
    finally:
        cursor.close()
        connection.close()
    return f"Product {productId} now has a discount of {discountPercent:.1f} %."
