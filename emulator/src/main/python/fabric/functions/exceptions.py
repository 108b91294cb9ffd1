"""The errors of the SDK. Names, codes and texts: contract, section 1.4."""


class UserDataFunctionError(Exception):
    """Base of all errors that become an entry of the response's ``errors``."""

    error_code = "InternalError"
    properties = None

    def __init__(self, error_code, message, properties=None):
        super().__init__(message)
        self.error_code = error_code
        self.message = message
        self.properties = properties or {}


class UserDataFunctionInternalError(UserDataFunctionError):
    def __init__(
        self, message="An internal execution error occured during function execution", properties=None
    ):
        super().__init__("InternalError", message, properties)


class UserDataFunctionInvalidInputError(UserDataFunctionError):
    error_code = "InvalidInput"

    def __init__(
        self,
        message="Something went wrong when parsing an input to this function. This could be because the provided data "
        "couldn't be constructed as the data type provided, or the provided data isn't valid JSON.",
        properties=None,
    ):
        super().__init__("InvalidInput", message, properties)


class UserDataFunctionMissingInputError(UserDataFunctionError):
    error_code = "MissingInput"

    def __init__(self, message="Parameter does not exist in binding data", properties=None):
        super().__init__("MissingInput", message, properties)


class UserDataFunctionResponseTooLargeError(UserDataFunctionError):
    error_code = "ResponseTooLarge"

    def __init__(self, limit_in_megabytes, properties=None):
        message = f"Function's response size is larger than the {limit_in_megabytes} megabyte limit."
        super().__init__("ResponseTooLarge", message, properties)


class UserDataFunctionTimeoutError(UserDataFunctionError):
    error_code = "Timeout"

    def __init__(self, timeout, properties=None):
        message = (
            f"Function hit a timeout limit after {timeout} seconds but may still be running. "
            "Please check the logs for more information."
        )
        super().__init__("Timeout", message, properties)


class UserThrownError(UserDataFunctionError):
    """Raised by user code to answer a caller with an error of its own; may be subclassed."""

    error_code = "UserThrown"

    def __init__(self, message="User Exception Thrown", properties=None):
        super().__init__("UserThrown", message, properties)
