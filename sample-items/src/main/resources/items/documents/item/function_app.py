"""Support tickets in Cosmos DB: the container `tickets` of the database `support`, one partition for each customer."""

import logging

import fabric.functions as fn
from azure.core import MatchConditions
from azure.cosmos import CosmosClient
from azure.cosmos.exceptions import (
    CosmosAccessConditionFailedError,
    CosmosHttpResponseError,
    CosmosResourceExistsError,
    CosmosResourceNotFoundError,
)
from fabric.functions.cosmosdb import get_cosmos_client

udf = fn.UserDataFunctions()

COSMOS_ENDPOINT = "https://contoso-support.documents.azure.com:443/"


def ticketsContainer(store: fn.FabricItem):
    """The container with the tickets."""
    client = get_cosmos_client(store, COSMOS_ENDPOINT)
    return client.get_database_client("support").get_container_client("tickets")


def withoutSystemFields(ticket: dict) -> dict:
    """A ticket without what Cosmos DB adds to it: _rid, _etag, _ts and the like."""
    return {name: value for name, value in ticket.items() if not name.startswith("_")}


@udf.generic_connection(argName="ticketStore", audienceType="CosmosDB")
@udf.function()
def openTicket(ticketStore: fn.FabricItem, ticketId: str, customerId: str, subject: str, tags: list) -> dict:
    """Opens a ticket.

    Args:
        ticketId: Its number, such as T-1007.
        customerId: The customer who has the problem.
        subject: The problem in one sentence.
        tags: Words to find it by; may be empty.

    Returns:
        The ticket as it was stored.
    """
    ticket = {
        "id": ticketId,
        "customerId": customerId,
        "subject": subject,
        "status": "open",
        "tags": tags,
        "notes": [],
    }
    try:
        return withoutSystemFields(ticketsContainer(ticketStore).create_item(ticket))
    except CosmosResourceExistsError:
        raise fn.UserThrownError(f"The customer has a ticket {ticketId} already.", {"ticketId": ticketId})


@udf.generic_connection(argName="ticketStore", audienceType="CosmosDB")
@udf.function()
def ticketsOfCustomer(ticketStore: fn.FabricItem, customerId: str, status: str) -> list:
    """Lists the tickets of a customer, by number.

    Args:
        customerId: The customer.
        status: Only tickets that are open, assigned or closed; an empty text for all.

    Returns:
        Number, subject, status and the number of notes of each ticket.
    """
    rows = ticketsContainer(ticketStore).query_items(
        query="""
            SELECT t.id, t.subject, t.status, ARRAY_LENGTH(t.notes) AS notes
            FROM tickets t
            WHERE @status = '' OR t.status = @status
            ORDER BY t.id
        """,
        parameters=[{"name": "@status", "value": status}],
        partition_key=customerId,
    )
    return list(rows)


@udf.connection(argName="ticketStore", audienceType="CosmosDB", cosmos_endpoint=COSMOS_ENDPOINT)
@udf.function()
def ticketsByTag(ticketStore: CosmosClient) -> list:
    """Counts the tickets that are not closed by their tags, over all customers.

    Returns:
        Tag and number of tickets, the most frequent first.
    """
    container = ticketStore.get_database_client("support").get_container_client("tickets")
    rows = container.query_items(
        query="""
            SELECT tag AS name, COUNT(1) AS tickets
            FROM t JOIN tag IN t.tags
            WHERE t.status != 'closed'
            GROUP BY tag
        """,
        enable_cross_partition_query=True,
    )
    return sorted(rows, key=lambda row: (-row["tickets"], row["name"]))


@udf.generic_connection(argName="ticketStore", audienceType="CosmosDB")
@udf.function()
def assignTicket(ticketStore: fn.FabricItem, customerId: str, ticketId: str, assignee: str) -> dict:
    """Gives a ticket to somebody and notes it; nothing else of the ticket is sent.

    Args:
        customerId: The customer of the ticket.
        ticketId: Its number.
        assignee: Who takes care of it from now on.

    Returns:
        The ticket as it is now.
    """
    try:
        ticket = ticketsContainer(ticketStore).patch_item(
            item=ticketId,
            partition_key=customerId,
            patch_operations=[
                {"op": "set", "path": "/assignee", "value": assignee},
                {"op": "replace", "path": "/status", "value": "assigned"},
                {"op": "add", "path": "/notes/-", "value": f"Assigned to {assignee}."},
            ],
            filter_predicate="FROM t WHERE t.status != 'closed'",
        )
    except CosmosResourceNotFoundError:
        raise fn.UserThrownError("There is no such ticket.", {"customerId": customerId, "ticketId": ticketId})
    except CosmosAccessConditionFailedError:
        raise fn.UserThrownError("The ticket is closed already.", {"ticketId": ticketId})
    return withoutSystemFields(ticket)


@udf.generic_connection(argName="ticketStore", audienceType="CosmosDB")
@udf.function()
def ticketVersion(ticketStore: fn.FabricItem, customerId: str, ticketId: str) -> dict:
    """Reads a ticket and its ETag, which changes with every change of the ticket.

    Args:
        customerId: The customer of the ticket.
        ticketId: Its number.

    Returns:
        The subject, the status, and the ETag to hand to closeTicket.
    """
    try:
        ticket = ticketsContainer(ticketStore).read_item(item=ticketId, partition_key=customerId)
    except CosmosHttpResponseError as problem:
        logging.error("Cosmos DB answered %s.", problem.status_code)
        if problem.status_code == 429:
            raise fn.UserThrownError("The ticket store is busy. Try again in a moment.", {"ticketId": ticketId})
        if problem.status_code == 404:
            raise fn.UserThrownError("There is no such ticket.", {"customerId": customerId, "ticketId": ticketId})
        raise
    return {"subject": ticket["subject"], "status": ticket["status"], "etag": ticket["_etag"]}


@udf.generic_connection(argName="ticketStore", audienceType="CosmosDB")
@udf.function()
def closeTicket(ticketStore: fn.FabricItem, customerId: str, ticketId: str, etag: str, solution: str) -> dict:
    """Closes a ticket, unless somebody has changed it since it was read.

    Args:
        customerId: The customer of the ticket.
        ticketId: Its number.
        etag: The version the caller has seen, from ticketVersion; an empty text for whatever is there now.
        solution: What helped.

    Returns:
        The ticket as it is now.
    """
    container = ticketsContainer(ticketStore)
    ticket = container.read_item(item=ticketId, partition_key=customerId)
    ticket["status"] = "closed"
    ticket["notes"].append(solution)
    try:
        closed = container.replace_item(
            item=ticketId,
            body=ticket,
            etag=etag or ticket["_etag"],
            match_condition=MatchConditions.IfNotModified,
        )
    except CosmosAccessConditionFailedError:
        raise fn.UserThrownError("Somebody has changed the ticket since. Read it again.", {"ticketId": ticketId})
    return withoutSystemFields(closed)
