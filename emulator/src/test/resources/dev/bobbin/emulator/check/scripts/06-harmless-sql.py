"""Queries that are put together from the author's own text only."""
import logging
from enum import Enum

import fabric.functions as fn

udf = fn.UserDataFunctions()

TABLE = "dbo.Orders"
COLUMNS = ["Id", "Name", "Amount"]
SORT = {"name": "Name ASC", "amount": "Amount DESC"}


class Tables(Enum):
    ORDERS = "dbo.Orders"


@udf.connection("Sales", "db")
@udf.function()
def constants(db: fn.FabricSqlConnection, order: str, top: int) -> int:
    cursor = db.connect().cursor()
    cursor.execute(f"SELECT {', '.join(COLUMNS)} FROM {TABLE}")
    cursor.execute("SELECT " + ", ".join(COLUMNS) + " FROM " + TABLE)
    cursor.execute(f"SELECT * FROM {Tables.ORDERS.value}")
    cursor.execute("SELECT * FROM T ORDER BY " + SORT.get(order, "Name ASC"))
    cursor.execute(f"SELECT TOP ({int(top)}) * FROM T")
    return cursor.fetchval()


@udf.connection("Sales", "db")
@udf.function()
def conditions(db: fn.FabricSqlConnection, city: str, minimum: float) -> int:
    clauses = []
    values = []
    if city:
        clauses.append("City = ?")
        values.append(city)
    if minimum:
        clauses.append("Amount >= ?")
        values.append(minimum)
    where = " AND ".join(clauses)
    query = "SELECT COUNT(*) FROM T"
    if clauses:
        query += " WHERE " + where
    cursor = db.connect().cursor()
    cursor.execute(query, values)
    for table in ("A", "B"):
        cursor.execute(f"SELECT COUNT(*) FROM {table}")
    return cursor.fetchval()


@udf.function()
def not_sql(task: str) -> str:
    runner = Runner()
    runner.execute(f"task {task}")
    logging.info("SELECT %s" % task)
    return "INSERT " + task


class Runner:
    def execute(self, text):
        self.text = text


def run_query(connection, sql, *params):
    cursor = connection.cursor()
    cursor.execute(sql, params)
    return cursor
