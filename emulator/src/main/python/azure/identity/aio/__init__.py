"""The same credentials for ``await``."""

import azure.identity as _identity
from azure.core.credentials import LocalTokenCredential
from azure.core.credentials_async import LocalAsyncTokenCredential


class _Credential(LocalAsyncTokenCredential):
    """A credential whose arguments make no difference."""

    def __init__(self, *args, **kwargs):
        super().__init__(LocalTokenCredential())


for _name in _identity.__all__:
    if _name.endswith("Credential"):
        globals()[_name] = type(_name, (_Credential,), {"__doc__": getattr(_identity, _name).__doc__})


def get_bearer_token_provider(credential, *scopes):
    """A coroutine function that gives a token each time it is awaited."""

    async def provide():
        return (await credential.get_token(*scopes)).token

    return provide


__all__ = [_name for _name in _identity.__all__ if _name.endswith("Credential")] + ["get_bearer_token_provider"]
