"""Connections to variable libraries. Contract: section 1.3."""

from fabric.functions.clients import bad_day
from fabric.functions.clients.item import FabricItem
from fabric.functions.exceptions import UserDataFunctionInternalError

_FAILURES = {
    "denied": "GET request failed: 403 Forbidden",
    "not-found": "GET request failed: 404 Not Found",
    "throttled": "GET request failed: 429 Too Many Requests",
    "dropped": "GET request failed: Connection aborted.",
}


class FabricVariablesClient(FabricItem):
    """A variable library."""

    def getVariables(self):
        """All variables by name, with the values of the active value set; none when there is no local library."""
        endpoint = self._endpoint("vlendpoint")
        switches = bad_day.of(endpoint)
        if switches is not None:
            switches.before_call(False, lambda kind: UserDataFunctionInternalError(_FAILURES[kind]))
        if endpoint.get("Error"):
            raise UserDataFunctionInternalError(endpoint["Error"])
        return dict(endpoint.get("Variables") or {})
