import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.connection("Sales", "db")
@udf.function()
def f_string(db: fn.FabricSqlConnection, id: int) -> str:
    cursor = db.connect().cursor()
    cursor.execute(f"SELECT Name FROM T WHERE Id = {id}")  # expect: built-sql
    return str(cursor.fetchval())


@udf.connection("Sales", "db")
@udf.function()
def percent(db: fn.FabricSqlConnection, name: str) -> str:
    cursor = db.connect().cursor()
    cursor.execute("SELECT Id FROM T WHERE Name = '%s'" % name)  # expect: built-sql
    return str(cursor.fetchval())


@udf.connection("Sales", "db")
@udf.function()
def plus(db: fn.FabricSqlConnection, name: str) -> str:
    cursor = db.connect().cursor()
    cursor.execute("SELECT Id FROM T WHERE Name = '" + name + "'")  # expect: built-sql
    return str(cursor.fetchval())


@udf.connection("Sales", "db")
@udf.function()
def dot_format(db: fn.FabricSqlConnection, name: str) -> str:
    cursor = db.connect().cursor()
    cursor.execute("SELECT Id FROM T WHERE Name = '{}'".format(name))  # expect: built-sql
    return str(cursor.fetchval())


@udf.connection("Sales", "db")
@udf.function()
def through_a_variable(db: fn.FabricSqlConnection, table: str) -> str:
    query = f"""
        SELECT COUNT(*)
        FROM {table}
    """
    cursor = db.connect().cursor()
    cursor.execute(query)  # expect: built-sql
    return str(cursor.fetchval())


@udf.connection("Sales", "db")
@udf.function()
def step_by_step(db: fn.FabricSqlConnection, city: str) -> str:
    query = "SELECT COUNT(*) FROM T WHERE 1 = 1"
    if city:
        query += " AND City = '" + city + "'"
    cursor = db.connect().cursor()
    cursor.execute(query)  # expect: built-sql
    return str(cursor.fetchval())
