"""The errors of Azure clients. Classes and attributes: contract, section 5."""


class AzureError(Exception):
    """Base of all errors of Azure clients."""

    def __init__(self, message=None, *args, **kwargs):
        super().__init__(message, *args)
        self.message = str(message)
        self.inner_exception = kwargs.get("error")
        self.exc_type = self.exc_value = self.exc_traceback = None
        self.continuation_token = kwargs.get("continuation_token")

    def __str__(self):
        return self.message

    def raise_with_traceback(self):
        """Raises the error itself."""
        raise self


class ServiceRequestError(AzureError):
    """The request could not be sent."""


class ServiceResponseError(AzureError):
    """The request was sent, but its answer never came or could not be understood."""


class ServiceRequestTimeoutError(ServiceRequestError):
    """The connection was not made in time."""


class ServiceResponseTimeoutError(ServiceResponseError):
    """The answer did not come in time."""


class SerializationError(ValueError):
    """A value cannot be sent."""


class DeserializationError(ValueError):
    """A value that was received cannot be read."""


class ODataV4Format:
    """What the service says of an error: ``code`` and ``message``."""

    def __init__(self, json_object):
        self.code = json_object.get("code")
        self.message = json_object.get("message")
        self.target = json_object.get("target")
        self.details = json_object.get("details") or []
        self.innererror = json_object.get("innererror") or {}

    def __str__(self):
        return f"({self.code}) {self.message}\nCode: {self.code}\nMessage: {self.message}"


def _described(response):
    """The ``error`` of an answer whose body has one."""
    body = response.json() if hasattr(response, "json") else None
    return ODataV4Format(body["error"]) if isinstance(body, dict) and isinstance(body.get("error"), dict) else None


class HttpResponseError(AzureError):
    """The service refused: ``status_code``, ``reason``, ``error_code`` and ``message`` say why."""

    def __init__(self, message=None, response=None, **kwargs):
        self.status_code = kwargs.pop("status_code", getattr(response, "status_code", None))
        self.reason = kwargs.pop("reason", getattr(response, "reason", None))
        self.error_code = kwargs.pop("error_code", None)
        self.response = response
        self.model = kwargs.pop("model", None)
        self.error = kwargs.pop("odata_error", None) or _described(response)
        self.additional_info = kwargs.pop("additional_info", {})
        super().__init__(message or f"Operation returned an invalid status '{self.reason}'", **kwargs)


class ODataV4Error(HttpResponseError):
    """An error that the service describes in the form of OData."""


class DecodeError(HttpResponseError):
    """The answer's body could not be read."""


class IncompleteReadError(DecodeError):
    """The answer ended before all of it was there."""


class ResourceExistsError(HttpResponseError):
    """There is such a thing already (409)."""


class ResourceNotFoundError(HttpResponseError):
    """There is no such thing (404)."""


class ResourceModifiedError(HttpResponseError):
    """A condition on the state of the resource does not hold (412)."""


class ResourceNotModifiedError(HttpResponseError):
    """The resource has not changed (304)."""


class ClientAuthenticationError(HttpResponseError):
    """The caller is not known (401)."""


class TooManyRedirectsError(HttpResponseError):
    """The service sent the caller in a circle."""


class StreamConsumedError(AzureError):
    """A stream can be read once only."""


class StreamClosedError(AzureError):
    """A stream that was closed cannot be read."""


def map_error(status_code, response, error_map):
    """Raises the error that the map has for a status, if it has one."""
    if error_map and status_code in error_map:
        raise error_map[status_code](response=response)
