"""Credentials that hand out local tokens: nobody is asked who you are, and no real service accepts them."""

from azure.core.exceptions import ClientAuthenticationError
from azure.identity._credentials import (
    AuthorizationCodeCredential,
    AzureCliCredential,
    AzureDeveloperCliCredential,
    AzurePipelinesCredential,
    AzurePowerShellCredential,
    CertificateCredential,
    ChainedTokenCredential,
    ClientAssertionCredential,
    ClientSecretCredential,
    DefaultAzureCredential,
    DeviceCodeCredential,
    EnvironmentCredential,
    InteractiveBrowserCredential,
    ManagedIdentityCredential,
    OnBehalfOfCredential,
    SharedTokenCacheCredential,
    UsernamePasswordCredential,
    VisualStudioCodeCredential,
    WorkloadIdentityCredential,
)
from azure.identity._settings import (
    AuthenticationRecord,
    AzureAuthorityHosts,
    KnownAuthorities,
    TokenCachePersistenceOptions,
)


class CredentialUnavailableError(ClientAuthenticationError):
    """A credential cannot be had."""


class AuthenticationRequiredError(CredentialUnavailableError):
    """Somebody would have to sign in."""


def get_bearer_token_provider(credential, *scopes):
    """A function that gives a token each time it is called."""
    return lambda: credential.get_token(*scopes).token


__all__ = [
    "AuthenticationRecord",
    "AuthenticationRequiredError",
    "AuthorizationCodeCredential",
    "AzureAuthorityHosts",
    "AzureCliCredential",
    "AzureDeveloperCliCredential",
    "AzurePipelinesCredential",
    "AzurePowerShellCredential",
    "CertificateCredential",
    "ChainedTokenCredential",
    "ClientAssertionCredential",
    "ClientSecretCredential",
    "CredentialUnavailableError",
    "DefaultAzureCredential",
    "DeviceCodeCredential",
    "EnvironmentCredential",
    "InteractiveBrowserCredential",
    "KnownAuthorities",
    "ManagedIdentityCredential",
    "OnBehalfOfCredential",
    "SharedTokenCacheCredential",
    "TokenCachePersistenceOptions",
    "UsernamePasswordCredential",
    "VisualStudioCodeCredential",
    "WorkloadIdentityCredential",
    "get_bearer_token_provider",
]
