"""Tells the rest of the company about parcels: business events that match the schemas of a schema set."""

import logging

import fabric.functions as fn
from azure.core.exceptions import HttpResponseError

udf = fn.UserDataFunctions()


def parcelShipped(parcel: dict) -> dict:
    """The data of the event for one parcel."""
    return {
        "parcelId": parcel["parcelId"],
        "carrier": parcel.get("carrier", "own fleet"),
        "grams": parcel["grams"],
    }


@udf.connection(argName="events", alias="ParcelEvents")
@udf.context(argName="invocation")
@udf.function()
def shipParcel(
    events: fn.FabricBusinessEventsClient,
    invocation: fn.UserDataFunctionContext,
    parcelId: str,
    grams: int,
    carrier: str,
) -> str:
    """Publishes that a parcel was shipped.

    Args:
        parcelId: Its number.
        grams: Its weight.
        carrier: Who carries it.

    Returns:
        A sentence that says so.
    """
    parcel = {"parcelId": parcelId, "grams": grams, "carrier": carrier}
    events.PublishEvent(type="ParcelShipped", event_data=parcelShipped(parcel), data_version="V1")
    logging.info("%s shipped %s.", invocation.executing_user["PreferredUsername"], parcelId)
    return f"{parcelId} is on its way."


@udf.connection(argName="events", alias="ParcelEvents")
@udf.function()
def shipParcels(events: fn.FabricBusinessEventsClient, parcels: list) -> dict:
    """Publishes one event for each of several parcels, all or none.

    Args:
        parcels: Objects with parcelId, grams and, unless the own fleet carries it, carrier.

    Returns:
        How many events were published and the weight of all parcels in kilograms.
    """
    data = [parcelShipped(parcel) for parcel in parcels]
    try:
        events.PublishEvent(type="ParcelShipped", event_data=data, data_version="V1")
    except HttpResponseError as problem:
        logging.error("Nothing was published: %s", problem.message)
        raise fn.UserThrownError("The events were refused.", {"status": problem.status_code})
    return {"published": len(data), "kilograms": sum(parcel["grams"] for parcel in data) / 1000}


@udf.connection(argName="events", alias="ParcelEvents")
@udf.function()
def reportDamage(events: fn.FabricBusinessEventsClient, parcelId: str, damage: str) -> str:
    """Publishes that a parcel was damaged.

    Args:
        parcelId: Its number.
        damage: One of dented, wet and torn.

    Returns:
        A sentence that says so.
    """
    try:
        events.PublishEvent("ParcelDamaged", {"parcelId": parcelId, "damage": damage})
    except HttpResponseError as problem:
        if problem.status_code == 400:
            raise fn.UserThrownError(f"Nobody knows the damage '{damage}'.", {"damage": damage})
        raise
    return f"The damage of {parcelId} was reported."
