import logging
from datetime import datetime, timedelta

import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.function()
def hello(name: str) -> str:
    """Greets somebody by name.

    Args:
        name: Whom to greet.

    Returns:
        The greeting.
    """
    logging.info("Greeting %s.", name)
    return f"Hello, {name}!"


@udf.function()
def describeInputs(
    text: str, count: int, ratio: float, active: bool, moment: datetime, tags: list[str], settings: dict
) -> dict:
    """Shows what arrives for every data type a caller can pass.

    Args:
        text: Any text.
        count: A whole number; the service cuts decimals off.
        ratio: A number with decimals.
        active: True or false.
        moment: A date and time in ISO format, such as 2025-11-03T09:30:00.
        tags: A list. The service does not convert its elements.
        settings: An object with any keys.

    Returns:
        For every parameter its Python type and its value as text.
    """
    values = {
        "text": text,
        "count": count,
        "ratio": ratio,
        "active": active,
        "moment": moment,
        "tags": tags,
        "settings": settings,
    }
    return {name: {"type": type(value).__name__, "value": str(value)} for name, value in values.items()}


@udf.function()
def dueDate(start: datetime, workingDays: int) -> str:
    """Counts working days from a date, leaving out Saturdays and Sundays.

    Args:
        start: The day to count from.
        workingDays: How many working days later, 0 or more.

    Returns:
        The date in ISO format. Text, because the service would turn a datetime into text with a blank in it.
    """
    if workingDays < 0:
        raise fn.UserThrownError("The number of working days cannot be negative.", {"workingDays": workingDays})
    day = start.date()
    left = workingDays
    while left > 0:
        day += timedelta(days=1)
        if day.weekday() < 5:
            left -= 1
    return day.isoformat()


@udf.function()
def summarize(numbers: list[float]) -> dict:
    """Works out count, sum, mean and range of a list of numbers.

    Args:
        numbers: The numbers; an empty list is fine.

    Returns:
        The figures; mean, smallest and largest are null for an empty list.
    """
    count = len(numbers)
    return {
        "count": count,
        "sum": sum(numbers),
        "mean": sum(numbers) / count if count else None,
        "smallest": min(numbers, default=None),
        "largest": max(numbers, default=None),
    }
