"""The errors of Cosmos DB: status, sub-status and message are those of the service."""

from azure.core.exceptions import AzureError, HttpResponseError, ResourceExistsError, ResourceNotFoundError


class CosmosHttpResponseError(HttpResponseError):
    """The service refused a call: ``status_code``, ``sub_status`` and ``http_error_message`` say why."""

    def __init__(self, status_code=None, message=None, response=None, **kwargs):
        self.headers = dict(kwargs.pop("headers", None) or {})
        self.sub_status = kwargs.pop("sub_status", 0)
        self.http_error_message = message
        self.exc_msg = message
        text = f"Status code: {status_code}\n{message}" if status_code else message
        super().__init__(text, response=response, status_code=status_code, **kwargs)


class CosmosResourceNotFoundError(ResourceNotFoundError, CosmosHttpResponseError):
    """There is no such database, container or item (404)."""


class CosmosResourceExistsError(ResourceExistsError, CosmosHttpResponseError):
    """There is such a thing already (409)."""


class CosmosAccessConditionFailedError(CosmosHttpResponseError):
    """The item is not the version that was asked for (412)."""


class CosmosBatchOperationError(HttpResponseError):
    """An operation of a batch failed, so all of them were undone; ``error_index`` tells which."""

    def __init__(self, error_index=None, headers=None, status_code=None, message=None, operation_responses=None, **kwargs):
        self.error_index = error_index
        self.headers = headers
        self.sub_status = 0
        self.http_error_message = message
        self.operation_responses = operation_responses
        super().__init__(f"Status code: {status_code}\n{message}", status_code=status_code, **kwargs)


class CosmosClientTimeoutError(AzureError):
    """A call took longer than the timeout that was given."""

    def __init__(self, **kwargs):
        super().__init__("Client operation failed due to timeout.", **kwargs)
