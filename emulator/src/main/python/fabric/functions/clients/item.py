"""A connected item without a client of its own, and its credential."""

import time

from fabric.functions.exceptions import UserDataFunctionInternalError


class GenericAudienceTypes:
    """Audiences of generic connections."""

    CosmosDB = "CosmosDB"
    KeyVault = "KeyVault"


class AccessToken(tuple):
    """A token and the second since 1970 in which it expires, as azure.core has it."""

    def __new__(cls, token, expires_on):
        return super().__new__(cls, (token, expires_on))

    @property
    def token(self):
        return self[0]

    @property
    def expires_on(self):
        return self[1]


class CustomTokenCredential:
    """A TokenCredential. The token is a local one: no real service accepts it.

    ``local_file`` leads local clients, such as that of a key vault, to the data of the connection.
    """

    _LIFETIME_SECONDS = 3600

    def __init__(self, token, local_file=None):
        self._token = token
        self.local_file = local_file

    def get_token(self, *scopes, **kwargs):
        return AccessToken(self._token, int(time.time()) + self._LIFETIME_SECONDS)


class FabricItem:
    """A connected item: its alias and endpoints."""

    def __init__(self, alias_name, endpoints):
        self._alias_name = alias_name
        self._endpoints = endpoints

    @property
    def alias_name(self):
        return self._alias_name

    @property
    def endpoints(self):
        """A dict of dicts, by the kind of endpoint in lower case."""
        return self._endpoints

    def get_access_token(self):
        """A credential with the token of the first endpoint."""
        first = next(iter(self._endpoints.values()), {})
        return CustomTokenCredential(first.get("AccessToken") or "local-token", first.get("File"))

    def _endpoint(self, name):
        endpoint = self._endpoints.get(name)
        if endpoint is None:
            raise UserDataFunctionInternalError(f"{name} is not set")
        return endpoint
