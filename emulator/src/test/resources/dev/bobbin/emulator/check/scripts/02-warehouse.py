import datetime
import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.connection(argName="myWarehouse", alias="wh1")
@udf.function()
def query_data_from_warehouse(myWarehouse: fn.FabricSqlConnection) -> list:
    whSqlConnection = myWarehouse.connect()
    cursor = whSqlConnection.cursor()
    cursor.execute(f"SELECT * FROM (VALUES ('John Smith',  31) , ('Kayla Jones', 33)) AS Employee(EmpName, DepID);")

    rows = [x for x in cursor]
    columnNames = [x[0] for x in cursor.description]
    values = []
    for row in rows:
        item = {}
        for prop, val in zip(columnNames, row):
            if isinstance(val, (datetime.date, datetime.datetime)):
                val = val.isoformat()
            item[prop] = val
        values.append(item)

    cursor.close()
    whSqlConnection.close()

    return values
