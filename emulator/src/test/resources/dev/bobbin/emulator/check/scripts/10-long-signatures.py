import fabric.functions as fn
from datetime import datetime

udf = fn.UserDataFunctions()


@udf.connection(
    argName="db",
    alias="Sales",  # the warehouse of the team
)
@udf.context(
    argName="ctx"
)
@udf.function()
def book(
    db: fn.FabricSqlConnection,
    ctx: fn.UserDataFunctionContext,
    # the customer
    customerId: int,
    lines: list[dict[str, float]],
    when: datetime,
    note: (
        str
    ),
    *,
    express: bool,
) -> dict[
    str, list[int]
]:
    connection = db.connect()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO Orders (CustomerId, Booked, Note) "
            "VALUES (?, ?, ?)",
            customerId,
            when,
            note,
        )
    connection.commit()
    return {"lines": [len(lines)], "express": [int(express)]}
