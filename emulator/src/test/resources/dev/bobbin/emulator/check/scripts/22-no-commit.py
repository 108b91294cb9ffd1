import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.connection("Sales", "db")
@udf.function()
def add(db: fn.FabricSqlConnection, name: str) -> str:
    connection = db.connect()
    cursor = connection.cursor()
    cursor.execute("INSERT INTO T (Name) VALUES (?)", name)  # expect: no-commit
    cursor.close()
    connection.close()
    return "added"
