"""Bookings lie in a SQL database and can be changed; customers come from a mirrored database and can only be read."""

import logging
from datetime import datetime

import fabric.functions as fn
import pyodbc

udf = fn.UserDataFunctions()


def customerName(mirror: fn.FabricSqlConnection, customerId: int) -> str:
    """The name of a customer; the caller is told when there is none."""
    with mirror.connect() as connection:
        row = connection.execute("SELECT Name FROM crm.Customers WHERE CustomerId = ?", customerId).fetchone()
    if row is None:
        raise fn.UserThrownError("There is no such customer.", {"customerId": customerId})
    return row.Name


@udf.connection(argName="bookings", alias="BookingDb")
@udf.connection(argName="customers", alias="CustomerMirror")
@udf.function()
def bookRoom(
    bookings: fn.FabricSqlConnection,
    customers: fn.FabricSqlConnection,
    customerId: int,
    room: str,
    start: datetime,
    hours: int,
) -> dict:
    """Books a room for a customer, unless it is taken.

    Args:
        customerId: Number of a customer in the mirrored database.
        room: Name of the room.
        start: When the booking begins.
        hours: How long it is.

    Returns:
        Number of the booking, the customer's name, and when it ends.
    """
    name = customerName(customers, customerId)
    with bookings.connect() as connection:
        cursor = connection.cursor()
        cursor.execute(
            """
            SELECT COUNT(*) FROM dbo.Bookings
            WHERE Room = ? AND StartsAt < DATEADD(hour, ?, ?) AND EndsAt > ?
            """,
            (room, hours, start, start),
        )
        if cursor.fetchval() > 0:
            raise fn.UserThrownError("The room is taken at that time.", {"room": room})
        try:
            cursor.execute(
                """
                INSERT INTO dbo.Bookings (Room, CustomerId, StartsAt, EndsAt)
                OUTPUT inserted.BookingId, inserted.EndsAt
                VALUES (?, ?, ?, DATEADD(hour, ?, ?))
                """,
                (room, customerId, start, hours, start),
            )
        except pyodbc.IntegrityError:
            raise fn.UserThrownError("There is no such room, or the hours are wrong.", {"room": room, "hours": hours})
        booking = cursor.fetchone()
        return {"bookingId": booking.BookingId, "customer": name, "until": booking.EndsAt.isoformat()}


@udf.connection(argName="bookings", alias="BookingDb")
@udf.connection(argName="customers", alias="CustomerMirror")
@udf.function()
def bookingsOfDay(bookings: fn.FabricSqlConnection, customers: fn.FabricSqlConnection, day: datetime) -> list:
    """Lists the bookings of a day with the names of the customers, which another database knows.

    Args:
        day: The day; its time does not matter.

    Returns:
        Room, begin, end and customer, in the order in which they begin.
    """
    with customers.connect() as connection:
        names = {row.CustomerId: row.Name for row in connection.execute("SELECT CustomerId, Name FROM crm.Customers")}
    with bookings.connect() as connection:
        rows = connection.execute(
            """
            SELECT Room, StartsAt, EndsAt, CustomerId FROM dbo.Bookings
            WHERE CAST(StartsAt AS DATE) = ? ORDER BY StartsAt, Room
            """,
            day.date(),
        ).fetchall()
    return [
        {
            "room": row.Room,
            "from": f"{row.StartsAt:%H:%M}",
            "to": f"{row.EndsAt:%H:%M}",
            "customer": names.get(row.CustomerId, "unknown"),
        }
        for row in rows
    ]


@udf.connection(argName="bookings", alias="BookingDb")
@udf.function()
def cancelBooking(bookings: fn.FabricSqlConnection, bookingId: int) -> bool:
    """Cancels a booking.

    Args:
        bookingId: Its number.

    Returns:
        Whether there was one.
    """
    with bookings.connect() as connection:
        return connection.execute("DELETE FROM dbo.Bookings WHERE BookingId = ?", bookingId).rowcount == 1


@udf.connection(argName="customers", alias="CustomerMirror")
@udf.function()
def renameCustomer(customers: fn.FabricSqlConnection, customerId: int, name: str) -> dict:
    """Tries to change a customer, to show what a read-only database answers.

    Args:
        customerId: Number of the customer.
        name: The new name.

    Returns:
        Whether the customer was changed, and what to do when not.
    """
    connection = customers.connect()
    try:
        connection.execute("UPDATE crm.Customers SET Name = ? WHERE CustomerId = ?", (name, customerId))
        connection.commit()
        return {"changed": True, "advice": ""}
    except pyodbc.Error as problem:
        logging.warning("The mirror refused: %s", problem.args[1])
        return {"changed": False, "advice": "Customers can be changed where they are mirrored from."}
    finally:
        connection.close()
