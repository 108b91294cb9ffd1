"""Makes the arguments that the host provides: clients of connections, the context, the SDK's reserved ones."""

from fabric.functions.context import UserDataFunctionContext
from fabric.functions.exceptions import UserDataFunctionInternalError

_NO_CONNECTION = "Unable to load data successfully for fabric item"


def arguments(function, message):
    """Arguments by parameter name, and one error for every connection that cannot be had."""
    injected = {}
    errors = []
    for binding in message.get("bindings") or ():
        name = binding["argName"]
        problem = binding.get("error")
        if binding["kind"] == "context":
            injected[name] = UserDataFunctionContext(message["invocationId"], message.get("user") or {})
        elif problem is not None:
            injected[name] = None
            errors.append(_no_connection(name, problem))
        else:
            injected[name] = _client(function, binding)
    for parameter in function.parameters:
        name = parameter.name
        if name in injected:
            continue
        if name in _RESERVED:
            injected[name] = _RESERVED[name](message)
        elif name in function.bound_names and not parameter.has_default:
            injected[name] = None
            errors.append(_no_connection(name, "Bobbin found no connection for the parameter '%s'." % name))
    return injected, errors


def _client(function, binding):
    from fabric.functions.clients import client_for

    return client_for(function, binding)


def _no_connection(name, reason):
    return UserDataFunctionInternalError(_NO_CONNECTION, {"reason": reason, "parameter_name": name})


def _request(message):
    from azure.functions import HttpRequest

    return HttpRequest(
        method="POST",
        url="http://localhost:7071/api/" + message["function"],
        headers={"Content-Type": message.get("contentType") or "application/json"},
        body=message["body"].encode("utf-8", "surrogatepass"),
    )


def _azure_context(message):
    from azure.functions import Context

    return Context(message["invocationId"], message["function"])


_RESERVED = {
    "req": _request,
    "context": _azure_context,
    "notusedfabriccontext": lambda message: UserDataFunctionContext(message["invocationId"], message.get("user") or {}),
    "reqInvocationId": lambda message: message["invocationId"],
}
