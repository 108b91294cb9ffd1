import datetime

@udf.function()
def daysUntil(day: datetime.datetime) -> int:
    """Counts the days from now until a day.

    Args:
        day: The day, with or without a zone.
    """
    return (day - datetime.datetime.now(day.tzinfo)).days
