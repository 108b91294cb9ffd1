"""A connected item without a client of its own, and its credential."""

from bobbin_worker import runs
from fabric.functions.exceptions import UserDataFunctionInternalError


class GenericAudienceTypes:
    """Audiences of generic connections."""

    CosmosDB = "CosmosDB"
    KeyVault = "KeyVault"


class FabricItem:
    """A connected item: its alias and endpoints."""

    def __init__(self, alias_name, endpoints):
        self._alias_name = alias_name
        self._endpoints = endpoints
        run = runs.current()
        if run is not None:
            for kind, endpoint in endpoints.items():
                run.endpoints.setdefault(kind, []).append(endpoint)

    @property
    def alias_name(self):
        return self._alias_name

    @property
    def endpoints(self):
        """A dict of dicts, by the kind of endpoint in lower case."""
        return self._endpoints

    def get_access_token(self):
        """A credential with the token of the first endpoint; the token is a local one."""
        from azure.core.credentials import LocalTokenCredential

        first = next(iter(self._endpoints.values()), {})
        return LocalTokenCredential(first.get("AccessToken") or "local-token", first)

    def _endpoint(self, name):
        endpoint = self._endpoints.get(name)
        if endpoint is None:
            raise UserDataFunctionInternalError(f"{name} is not set")
        return endpoint
