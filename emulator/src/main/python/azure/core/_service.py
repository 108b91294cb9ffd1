"""Calls of Azure clients to the host, and what it refuses."""

import logging
import re

from azure.core._response import Response
from azure.core.exceptions import (
    ClientAuthenticationError,
    HttpResponseError,
    ResourceExistsError,
    ResourceModifiedError,
    ResourceNotFoundError,
    ServiceResponseError,
)

_KINDS = {
    401: ClientAuthenticationError,
    404: ResourceNotFoundError,
    409: ResourceExistsError,
    412: ResourceModifiedError,
}
_HOST = re.compile("//((?!local\\.)[^/:;]+)")  # of an address or connection string, unless it is one that Bobbin made up
_AUDIENCES = {"keyvault": "KeyVault", "cosmosdb": "CosmosDB"}
_BAD_DAY = {
    "denied": (403, "Forbidden", "The caller is not authorized to perform this action on the resource."),
    "read-only": (403, "Forbidden", "The caller is not authorized to write to the resource."),
    "not-found": (404, "NotFound", "The resource was not found."),
    "throttled": (429, "Throttled", "The request was not processed because too many requests were received. Retry later."),
}


def endpoint_of(credential, kind, what, address):
    """The endpoint that a credential came from; for any other credential that of the only connection of that kind.

    The address makes no difference, which is logged as soon as a second one leads to the same endpoint. Raises
    NotImplementedError when there is no such connection, or several.
    """
    from bobbin_worker import runs

    run = runs.current()
    own = getattr(credential, "endpoint", None)
    endpoint = own if own and "Handle" in own else _only_one(run, kind, what)
    if run is not None:
        _warn_of_second_address(run, endpoint["Handle"], address, what)
    return endpoint


def _warn_of_second_address(run, handle, address, what):
    found = _HOST.search(str(address))
    if found is None:
        return
    host = found[1].lower()
    first = run.addresses.setdefault(handle, host)
    if host != first:
        logging.warning(
            "%s and %s are one store in Bobbin: %s is told by its connection, not by its address. In Fabric they are two.",
            first, host, what[0].upper() + what[1:],
        )


def _only_one(run, kind, what):
    found = run.endpoints.get(kind, ()) if run is not None else ()
    if len(found) == 1:
        return found[0]
    if found:
        raise NotImplementedError(
            f"This function has {len(found)} connections for {what}, and the credential does not tell which one is meant: "
            "pass the get_access_token() of that connection."
        )
    raise NotImplementedError(
        f"Bobbin needs a connection for {what}: add @udf.generic_connection(argName=\"…\", audienceType=\"{_AUDIENCES[kind]}\")"
        " to the function. Nothing leaves this machine."
    )


def error(status, code, message):
    """The error of a status, worded as azure.core words errors that come as JSON."""
    kind = _KINDS.get(status, HttpResponseError)
    text = f"({code}) {message}\nCode: {code}\nMessage: {message}"
    return kind(text, response=Response(status, code, message), error_code=code)


class Refusal(Exception):
    """What the host raises, all as text: status, with Cosmos DB the sub-status, code and message."""


class Service:
    """A service of the host behind a connection.

    ``reads`` are the operations that write nothing. A client with errors of its own gives ``error_of``, which makes one of
    what a refusal says, and ``bad_day_answers``: what the service answers to each failure of a bad day.
    """

    def __init__(self, name, endpoint, reads=(), error_of=error, bad_day_answers=_BAD_DAY):
        from fabric.functions.clients import bad_day

        self._name = name
        self._handle = endpoint.get("Handle")
        self._bad_day = bad_day.of(endpoint)
        self._reads = frozenset(reads)
        self._error_of = error_of
        self._bad_day_answers = bad_day_answers

    def call(self, operation, **arguments):
        """Carries out an operation. Raises HttpResponseError of the class for its status."""
        from bobbin_worker import host

        if self._bad_day is not None:
            self._bad_day.before_call(operation not in self._reads, self._failure)
        arguments["handle"] = self._handle
        try:
            return host.call(self._name + "." + operation, arguments)
        except Refusal as refusal:
            status, *sub_status, code, message = refusal.args
        raise self._error_of(int(status), code, message, *map(int, sub_status))

    def _failure(self, kind):
        if kind in self._bad_day_answers:
            return self._error_of(*self._bad_day_answers[kind])
        return ServiceResponseError("('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))")
