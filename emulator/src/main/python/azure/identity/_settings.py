"""What the real credentials can be told beside who signs in. Nothing here makes a difference on this machine."""

import json


class AzureAuthorityHosts:
    """Where Microsoft Entra ID signs people in, by cloud."""

    AZURE_CHINA = "login.chinacloudapi.cn"
    AZURE_GOVERNMENT = "login.microsoftonline.us"
    AZURE_PUBLIC_CLOUD = "login.microsoftonline.com"


class KnownAuthorities(AzureAuthorityHosts):
    """The older name of AzureAuthorityHosts."""


class TokenCachePersistenceOptions:
    """How tokens would be kept on disk; local tokens are not."""

    def __init__(self, *, allow_unencrypted_storage=False, name="msal.cache", **kwargs):
        self.allow_unencrypted_storage = allow_unencrypted_storage
        self.name = name


class AuthenticationRecord:
    """Who has signed in, as it can be kept and read again; no secret is in it."""

    def __init__(self, tenant_id, client_id, authority, home_account_id, username):
        self._facts = {
            "authority": authority,
            "clientId": client_id,
            "homeAccountId": home_account_id,
            "tenantId": tenant_id,
            "username": username,
            "version": "1.0",
        }

    @property
    def authority(self):
        return self._facts["authority"]

    @property
    def client_id(self):
        return self._facts["clientId"]

    @property
    def home_account_id(self):
        return self._facts["homeAccountId"]

    @property
    def tenant_id(self):
        return self._facts["tenantId"]

    @property
    def username(self):
        return self._facts["username"]

    @classmethod
    def deserialize(cls, data):
        """Reads what ``serialize`` wrote. Raises ValueError for another version."""
        facts = json.loads(data)
        if facts.get("version") != "1.0":
            raise ValueError(f'Unexpected AuthenticationRecord version "{facts.get("version")}"')
        return cls(
            authority=facts["authority"],
            client_id=facts["clientId"],
            home_account_id=facts["homeAccountId"],
            tenant_id=facts["tenantId"],
            username=facts["username"],
        )

    def serialize(self):
        """A text for ``deserialize``."""
        return json.dumps(self._facts)
