"""Calls of the Cosmos DB clients to the host, and the errors they raise."""

import json

from azure.core._response import Headers, Response
from azure.core._service import Service, endpoint_of
from azure.cosmos import exceptions

_KINDS = {
    404: exceptions.CosmosResourceNotFoundError,
    409: exceptions.CosmosResourceExistsError,
    412: exceptions.CosmosAccessConditionFailedError,
}
_READS = ("query", "feed", "read", "listDatabases", "readDatabase", "listContainers", "readContainer", "queryDatabases",
          "queryContainers")
_BAD_DAY = {
    "denied": (403, "Forbidden", "Request blocked by Auth: the caller has no permission to perform this action."),
    "read-only": (403, "Forbidden", "Request blocked by Auth: the caller has no permission to write."),
    "not-found": (404, "NotFound", "Owner resource does not exist"),
    "throttled": (429, "TooManyRequests", "The request rate is large. More Request Units may be needed."),
}


class Account:
    """A connected account, which is also the ``client_connection`` of its clients."""

    def __init__(self, endpoint):
        self._service = Service("documents", endpoint, _READS, error, _BAD_DAY)
        self.last_response_headers = Headers()

    def answered(self, headers, body, options):
        """Keeps the headers of an answer, tells the caller's hook, and returns them all."""
        self.last_response_headers = Headers({
            "x-ms-activity-id": _activity(), "x-ms-request-charge": "1", "x-ms-session-token": "0:-1#1", **headers,
        })
        hook = (options or {}).get("response_hook")
        if hook is not None:
            hook(self.last_response_headers, body)
        return self.last_response_headers

    def call(self, operation, **arguments):
        """Carries out an operation. Raises CosmosHttpResponseError, and TypeError for what JSON does not know."""
        _require_json(arguments)
        return self._service.call(operation, **arguments)


def _require_json(arguments):
    """The real client sends JSON: a datetime or Decimal is a TypeError there, and the service refuses NaN."""
    try:
        json.dumps(arguments, allow_nan=False)
    except ValueError as problem:
        raise error(400, "BadRequest", f"The request payload is invalid: {problem}.") from None


def error(status, code, message, sub_status=0):
    """The error of a status, with the text as the service's answers have it."""
    kind = _KINDS.get(status, exceptions.CosmosHttpResponseError)
    headers = {"x-ms-activity-id": _activity(), "x-ms-request-charge": "1"}
    if sub_status:
        headers["x-ms-substatus"] = str(sub_status)
    if status == 429:
        headers["x-ms-retry-after-ms"] = "1000"
    return kind(
        status_code=status, message=f"({code}) {message}\nCode: {code}\nMessage: {message}",
        response=Response(status, code, message, headers), error_code=code, sub_status=sub_status, headers=headers,
    )


def _activity():
    """Every answer has a number of its own."""
    import uuid

    return str(uuid.uuid4())


def account_of(credential, url):
    """The connected account that a credential came from, or the only one. Raises NotImplementedError."""
    return Account(endpoint_of(credential, "cosmosdb", "Cosmos DB", url))
