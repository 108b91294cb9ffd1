"""The credentials that the real package has for ``await``."""

from azure.identity import _credentials


class _Awaited:
    """Makes coroutines of a credential's methods. Local work is quick: it is done at once."""

    async def get_token(self, *scopes, claims=None, tenant_id=None, enable_cae=False, **kwargs):
        return super().get_token(*scopes)

    async def get_token_info(self, *scopes, options=None):
        return super().get_token_info(*scopes)

    async def close(self):
        """Nothing is held open."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()


class AuthorizationCodeCredential(_Awaited, _credentials.AuthorizationCodeCredential):
    __doc__ = _credentials.AuthorizationCodeCredential.__doc__


class AzureCliCredential(_Awaited, _credentials.AzureCliCredential):
    __doc__ = _credentials.AzureCliCredential.__doc__


class AzureDeveloperCliCredential(_Awaited, _credentials.AzureDeveloperCliCredential):
    __doc__ = _credentials.AzureDeveloperCliCredential.__doc__


class AzurePipelinesCredential(_Awaited, _credentials.AzurePipelinesCredential):
    __doc__ = _credentials.AzurePipelinesCredential.__doc__


class AzurePowerShellCredential(_Awaited, _credentials.AzurePowerShellCredential):
    __doc__ = _credentials.AzurePowerShellCredential.__doc__


class CertificateCredential(_Awaited, _credentials.CertificateCredential):
    __doc__ = _credentials.CertificateCredential.__doc__


class ChainedTokenCredential(_Awaited, _credentials.ChainedTokenCredential):
    __doc__ = _credentials.ChainedTokenCredential.__doc__


class ClientAssertionCredential(_Awaited, _credentials.ClientAssertionCredential):
    __doc__ = _credentials.ClientAssertionCredential.__doc__


class ClientSecretCredential(_Awaited, _credentials.ClientSecretCredential):
    __doc__ = _credentials.ClientSecretCredential.__doc__


class DefaultAzureCredential(_Awaited, _credentials.DefaultAzureCredential):
    __doc__ = _credentials.DefaultAzureCredential.__doc__


class EnvironmentCredential(_Awaited, _credentials.EnvironmentCredential):
    __doc__ = _credentials.EnvironmentCredential.__doc__


class ManagedIdentityCredential(_Awaited, _credentials.ManagedIdentityCredential):
    __doc__ = _credentials.ManagedIdentityCredential.__doc__


class OnBehalfOfCredential(_Awaited, _credentials.OnBehalfOfCredential):
    __doc__ = _credentials.OnBehalfOfCredential.__doc__


class SharedTokenCacheCredential(_Awaited, _credentials.SharedTokenCacheCredential):
    __doc__ = _credentials.SharedTokenCacheCredential.__doc__


class VisualStudioCodeCredential(_Awaited, _credentials.VisualStudioCodeCredential):
    __doc__ = _credentials.VisualStudioCodeCredential.__doc__


class WorkloadIdentityCredential(_Awaited, _credentials.WorkloadIdentityCredential):
    __doc__ = _credentials.WorkloadIdentityCredential.__doc__


def get_bearer_token_provider(credential, *scopes):
    """A coroutine function that gives a token each time it is awaited."""

    async def provide():
        return (await credential.get_token(*scopes)).token

    return provide


__all__ = [
    "AuthorizationCodeCredential",
    "AzureCliCredential",
    "AzureDeveloperCliCredential",
    "AzurePipelinesCredential",
    "AzurePowerShellCredential",
    "CertificateCredential",
    "ChainedTokenCredential",
    "ClientAssertionCredential",
    "ClientSecretCredential",
    "DefaultAzureCredential",
    "EnvironmentCredential",
    "ManagedIdentityCredential",
    "OnBehalfOfCredential",
    "SharedTokenCacheCredential",
    "VisualStudioCodeCredential",
    "WorkloadIdentityCredential",
    "get_bearer_token_provider",
]
