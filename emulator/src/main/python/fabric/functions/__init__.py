"""The programming model of user data functions, for runs on this machine.

Names: contract, section 1.1.
"""

from fabric.functions.context import UserDataFunctionContext
from fabric.functions.exceptions import (
    UserDataFunctionError,
    UserDataFunctionInternalError,
    UserDataFunctionInvalidInputError,
    UserDataFunctionMissingInputError,
    UserDataFunctionResponseTooLargeError,
    UserDataFunctionTimeoutError,
    UserThrownError,
)
from fabric.functions.fabric_app import FabricApp
from fabric.functions.clients import (
    FabricBusinessEventsClient,
    FabricItem,
    FabricLakehouseClient,
    FabricLakehouseFilesClient,
    FabricSqlConnection,
    FabricVariablesClient,
    GenericAudienceTypes,
)
from fabric.functions.stream_response import StreamResponse
from fabric.functions.user_data_functions import UserDataFunctions

__all__ = [
    "UserDataFunctions",
    "FabricSqlConnection",
    "FabricLakehouseClient",
    "FabricVariablesClient",
    "FabricBusinessEventsClient",
    "FabricItem",
    "GenericAudienceTypes",
    "StreamResponse",
    "UserDataFunctionContext",
    "UserDataFunctionError",
    "UserDataFunctionInternalError",
    "UserDataFunctionInvalidInputError",
    "UserDataFunctionMissingInputError",
    "UserDataFunctionResponseTooLargeError",
    "UserDataFunctionTimeoutError",
    "UserThrownError",
]
