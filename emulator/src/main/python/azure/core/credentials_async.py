"""Credentials whose methods are awaited."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class AsyncTokenCredential(Protocol):
    """Anything that hands out tokens to ``await``."""

    async def get_token(self, *scopes, claims=None, tenant_id=None, enable_cae=False, **kwargs): ...

    async def close(self) -> None: ...
