"""Calls of Azure clients to the host, and what it refuses."""

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
_BAD_DAY = {
    "denied": (403, "Forbidden", "The caller is not authorized to perform this action on the resource."),
    "read-only": (403, "Forbidden", "The caller is not authorized to write to the resource."),
    "not-found": (404, "NotFound", "The resource was not found."),
    "throttled": (429, "Throttled", "The request was not processed because too many requests were received. Retry later."),
}


class Refusal(Exception):
    """What the host raises: status, code and message, all as text."""


class Service:
    """A service of the host behind a connection."""

    def __init__(self, name, endpoint, reads=()):
        from fabric.functions.clients import bad_day

        self._name = name
        self._handle = endpoint.get("Handle")
        self._bad_day = bad_day.of(endpoint)
        self._reads = frozenset(reads)

    def call(self, operation, **arguments):
        """Carries out an operation. Raises HttpResponseError of the class for its status."""
        from bobbin_worker import host

        if self._bad_day is not None:
            self._bad_day.before_call(operation not in self._reads, failure)
        arguments["handle"] = self._handle
        try:
            return host.call(self._name + "." + operation, arguments)
        except Refusal as refusal:
            status, code, message = refusal.args
        raise error(int(status), code, message)


def error(status, code, message):
    """The error of a status, worded as azure.core words errors that come as JSON."""
    kind = _KINDS.get(status, HttpResponseError)
    text = f"({code}) {message}\nCode: {code}\nMessage: {message}"
    return kind(text, status_code=status, reason=code, error_code=code)


def failure(kind):
    """What a client raises on a bad day."""
    if kind in _BAD_DAY:
        return error(*_BAD_DAY[kind])
    return ServiceResponseError("('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))")
