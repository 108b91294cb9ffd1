"""Credentials whose methods are awaited."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class AsyncTokenCredential(Protocol):
    """Anything that hands out tokens to ``await``."""

    async def get_token(self, *scopes, claims=None, tenant_id=None, enable_cae=False, **kwargs): ...

    async def close(self) -> None: ...


class LocalAsyncTokenCredential:
    """The asynchronous face of a LocalTokenCredential."""

    def __init__(self, credential):
        self._credential = credential
        self.endpoint = credential.endpoint

    async def get_token(self, *scopes, claims=None, tenant_id=None, enable_cae=False, **kwargs):
        return self._credential.get_token(*scopes)

    async def get_token_info(self, *scopes, options=None):
        return self._credential.get_token_info(*scopes)

    async def close(self):
        """Nothing is held open."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()
