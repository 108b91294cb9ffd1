@udf.connection(argName="events", alias="MyEvents")
@udf.function()
def publishOrder(events: fn.FabricBusinessEventsClient, orderId: str, amount: float) -> str:
    """Publishes a business event.

    Args:
        orderId: What the event is about.
        amount: How much it is.
    """
    events.PublishEvent(type="OrderPlaced", event_data={"orderId": orderId, "amount": amount}, data_version="V1")
    return f"{orderId} was published."
