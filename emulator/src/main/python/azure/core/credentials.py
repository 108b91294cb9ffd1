"""Credentials. Tokens are local texts: no real service accepts them."""

from typing import NamedTuple, Optional, Protocol, runtime_checkable


class AccessToken(NamedTuple):
    """A token and the second since 1970 in which it expires."""

    token: str
    expires_on: int


class AccessTokenInfo:
    """A token with its kind and times."""

    def __init__(self, token, expires_on, *, token_type="Bearer", refresh_on=None):
        self.token = token
        self.expires_on = expires_on
        self.token_type = token_type
        self.refresh_on = refresh_on

    def __repr__(self):
        return f"AccessTokenInfo(token='{self.token}', expires_on={self.expires_on}, token_type='{self.token_type}')"


@runtime_checkable
class TokenCredential(Protocol):
    """Anything that hands out tokens."""

    def get_token(self, *scopes: str, claims: Optional[str] = None, tenant_id: Optional[str] = None,
                  enable_cae: bool = False, **kwargs) -> AccessToken: ...


class AzureKeyCredential:
    """A key that can be exchanged while in use."""

    def __init__(self, key):
        self._key = None
        self.update(key)

    @property
    def key(self):
        return self._key

    def update(self, key):
        if not isinstance(key, str):
            raise TypeError("key must be a string.")
        if not key:
            raise ValueError("key can not be None or empty")
        self._key = key


class AzureSasCredential:
    """A shared access signature that can be exchanged while in use."""

    def __init__(self, signature):
        self._signature = None
        self.update(signature)

    @property
    def signature(self):
        return self._signature

    def update(self, signature):
        if not isinstance(signature, str):
            raise TypeError("signature must be a string.")
        if not signature:
            raise ValueError("signature can not be None or empty")
        self._signature = signature


class AzureNamedKey(NamedTuple):
    """A key with its name."""

    name: str
    key: str


class AzureNamedKeyCredential:
    """A named key that can be exchanged while in use."""

    def __init__(self, name, key):
        self.update(name, key)

    @property
    def named_key(self):
        return self._credential

    def update(self, name, key):
        if not isinstance(name, str) or not isinstance(key, str):
            raise TypeError("Both name and key must be strings.")
        self._credential = AzureNamedKey(name, key)


class LocalTokenCredential:
    """Hands out a local token. ``endpoint`` leads local clients to the data of the connection it came from."""

    _LIFETIME_SECONDS = 3600

    def __init__(self, token="local-token", endpoint=None):
        self._token = token
        self.endpoint = endpoint

    def get_token(self, *scopes, claims=None, tenant_id=None, enable_cae=False, **kwargs):
        """A token that expires in an hour; scopes make no difference."""
        return AccessToken(self._token, self._expiry())

    def get_token_info(self, *scopes, options=None):
        """The same with its kind and times."""
        return AccessTokenInfo(self._token, self._expiry())

    def close(self):
        """Nothing is held open."""

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _expiry(self):
        import time

        return int(time.time()) + self._LIFETIME_SECONDS
