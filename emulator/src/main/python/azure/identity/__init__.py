"""Credentials that hand out local tokens: nobody is asked who you are, and no real service accepts them."""

from azure.core.credentials import LocalTokenCredential
from azure.core.exceptions import ClientAuthenticationError


class CredentialUnavailableError(ClientAuthenticationError):
    """A credential cannot be had."""


class AuthenticationRequiredError(CredentialUnavailableError):
    """Somebody would have to sign in."""


class _Credential(LocalTokenCredential):
    """A credential whose arguments make no difference."""

    def __init__(self, *args, **kwargs):
        super().__init__()


def _credential(name, about):
    return type(name, (_Credential,), {"__doc__": about, "__module__": __name__})


DefaultAzureCredential = _credential("DefaultAzureCredential", "What an application uses that runs anywhere.")
ManagedIdentityCredential = _credential("ManagedIdentityCredential", "The identity of a resource in Azure.")
ClientSecretCredential = _credential("ClientSecretCredential", "A service principal with a secret.")
ClientCertificateCredential = _credential("ClientCertificateCredential", "A service principal with a certificate.")
ClientAssertionCredential = _credential("ClientAssertionCredential", "A service principal with an assertion.")
EnvironmentCredential = _credential("EnvironmentCredential", "What environment variables name.")
WorkloadIdentityCredential = _credential("WorkloadIdentityCredential", "The identity of a workload.")
AzureCliCredential = _credential("AzureCliCredential", "Who is signed in to the Azure CLI.")
AzurePowerShellCredential = _credential("AzurePowerShellCredential", "Who is signed in to Azure PowerShell.")
AzureDeveloperCliCredential = _credential("AzureDeveloperCliCredential", "Who is signed in to the developer CLI.")
VisualStudioCodeCredential = _credential("VisualStudioCodeCredential", "Who is signed in to Visual Studio Code.")
SharedTokenCacheCredential = _credential("SharedTokenCacheCredential", "Who has signed in on this machine.")
InteractiveBrowserCredential = _credential("InteractiveBrowserCredential", "Somebody who signs in; nobody is asked to.")
DeviceCodeCredential = _credential("DeviceCodeCredential", "Somebody who signs in with a code; nobody is asked to.")
UsernamePasswordCredential = _credential("UsernamePasswordCredential", "A user with a password.")
OnBehalfOfCredential = _credential("OnBehalfOfCredential", "A service that acts for a user.")



class ChainedTokenCredential(_Credential):
    """The first of several credentials that has a token."""

    def __init__(self, *credentials):
        if not credentials:
            raise ValueError("at least one credential is required")
        super().__init__()
        self.credentials = credentials


def get_bearer_token_provider(credential, *scopes):
    """A function that gives a token each time it is called."""
    return lambda: credential.get_token(*scopes).token


__all__ = [name for name in dir() if name.endswith(("Credential", "Error")) and not name.startswith("_")] + [
    "get_bearer_token_provider"
]
