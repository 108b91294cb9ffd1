"""Settings that differ between test and production come from a variable library, not from the code."""

from datetime import datetime

import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.connection(argName="settings", alias="ShopSettings")
@udf.function()
def shippingCost(settings: fn.FabricVariablesClient, orderValue: float, express: bool) -> dict:
    """Works out what shipping costs; the prices are variables.

    Args:
        orderValue: What the goods cost together.
        express: Whether they must arrive the next day.

    Returns:
        The cost, its currency and whether the order is free of shipping.
    """
    variables = settings.getVariables()
    free = orderValue >= float(variables["FreeShippingFrom"])
    cost = 0.0 if free else float(variables["ShippingCost"])
    if express:
        cost += float(variables["ExpressSurcharge"])
    return {"cost": round(cost, 2), "currency": variables["Currency"], "free": free}


@udf.connection(argName="settings", alias="ShopSettings")
@udf.function()
def isOnSale(settings: fn.FabricVariablesClient, day: datetime) -> bool:
    """Tells whether the winter sale is on.

    Args:
        day: The day to ask about.

    Returns:
        True from the day the sale begins, when it is switched on at all.
    """
    variables = settings.getVariables()
    if not variables.get("SaleIsOn", False):
        return False
    begin = datetime.fromisoformat(variables["SaleBegins"])
    return day.date() >= begin.date()


@udf.connection(argName="settings", alias="ShopSettings")
@udf.function()
def describeEnvironment(settings: fn.FabricVariablesClient) -> dict:
    """Shows which environment the function works in.

    Returns:
        Name and address of the environment, and the names of all variables.
    """
    variables = settings.getVariables()
    return {
        "environment": variables["Environment"],
        "orderService": variables["OrderServiceUrl"],
        "variables": sorted(variables),
    }


@udf.connection(argName="settings", alias="ShopSettings")
@udf.function()
def readSetting(settings: fn.FabricVariablesClient, name: str) -> str:
    """Reads one variable by its name.

    Args:
        name: Such as Currency.

    Returns:
        Its value as text.
    """
    variables = settings.getVariables()
    if name not in variables:
        raise fn.UserThrownError(f"The library has no variable {name}.", {"known": sorted(variables)})
    return str(variables[name])
