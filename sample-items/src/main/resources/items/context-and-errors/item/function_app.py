import logging

import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.context(argName="invocation")
@udf.function()
def whoAmI(invocation: fn.UserDataFunctionContext) -> dict:
    """Tells who runs the function, from the context that the service passes.

    Returns:
        The user's name and ids, and the id of this invocation.
    """
    user = invocation.executing_user
    logging.info("Invocation %s by %s.", invocation.invocation_id, user["PreferredUsername"])
    return {
        "user": user["PreferredUsername"],
        "objectId": user["Oid"],
        "tenantId": user["TenantId"],
        "invocationId": invocation.invocation_id,
    }


@udf.function()
def bookSeats(seats: int, age: int) -> str:
    """Books seats, with rules that the caller is told about in plain words.

    A UserThrownError is an answer, not an accident: the caller gets its message and properties.

    Args:
        seats: 1 to 8.
        age: Age of the person who books; 18 or more.

    Returns:
        A confirmation.
    """
    if age < 18:
        raise fn.UserThrownError("You must be 18 or older to book.", {"age": age})
    if not 1 <= seats <= 8:
        raise fn.UserThrownError("Between 1 and 8 seats can be booked at once.", {"seats": seats, "most": 8})
    return f"{seats} seat{'s' if seats > 1 else ''} booked."


@udf.function()
def pricePerUnit(total: float, units: int) -> float:
    """Divides a price by a number of units.

    Zero units raise an error nobody planned for: run it so to see status Failed, the error and where it happened.

    Args:
        total: The price of all units.
        units: How many.

    Returns:
        The price of one.
    """
    logging.debug("The service does not show messages of level DEBUG.")
    logging.warning("Dividing %s by %s without looking.", total, units)
    return total / units
