import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.connection("Sales", "db")
@udf.function()
def add(db: fn.FabricSqlConnection, name: str) -> str:
    with db.connect() as connection:
        connection.execute("INSERT INTO T (Name) VALUES (?)", name)
    return "added"
