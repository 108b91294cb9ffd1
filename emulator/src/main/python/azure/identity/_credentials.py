"""The credentials. Arguments are checked as far as the real signatures do, and make no difference to the token."""

from azure.core.credentials import LocalTokenCredential


class Credential(LocalTokenCredential):
    """What all credentials of this package have in common."""

    def __init__(self, **kwargs):
        super().__init__()

    def get_token(self, *scopes, claims=None, tenant_id=None, enable_cae=False, **kwargs):
        """A token that expires in an hour. Raises ValueError without a scope, as the real credentials do."""
        if not scopes:
            raise ValueError('"get_token" requires at least one scope')
        return super().get_token(*scopes)

    def get_token_info(self, *scopes, options=None):
        """The same with its kind and times."""
        if not scopes:
            raise ValueError('"get_token_info" requires at least one scope')
        return super().get_token_info(*scopes)


class DefaultAzureCredential(Credential):
    """What an application uses that runs anywhere."""


class ManagedIdentityCredential(Credential):
    """The identity of a resource in Azure."""


class EnvironmentCredential(Credential):
    """What environment variables name."""


class WorkloadIdentityCredential(Credential):
    """The identity of a workload."""


class AzureCliCredential(Credential):
    """Who is signed in to the Azure CLI."""


class AzurePowerShellCredential(Credential):
    """Who is signed in to Azure PowerShell."""


class AzureDeveloperCliCredential(Credential):
    """Who is signed in to the developer CLI."""


class VisualStudioCodeCredential(Credential):
    """Who is signed in to Visual Studio Code."""


class ChainedTokenCredential(Credential):
    """The first of several credentials that has a token."""

    def __init__(self, *credentials):
        if not credentials:
            raise ValueError("at least one credential is required")
        super().__init__()
        self.credentials = credentials


class SharedTokenCacheCredential(Credential):
    """Who has signed in on this machine."""

    def __init__(self, username=None, **kwargs):
        super().__init__(**kwargs)


class InteractiveBrowserCredential(Credential):
    """Somebody who signs in; nobody is asked to."""


class DeviceCodeCredential(Credential):
    """Somebody who signs in with a code; nobody is asked to."""

    def __init__(self, client_id=None, **kwargs):
        super().__init__(**kwargs)


class ClientSecretCredential(Credential):
    """A service principal with a secret."""

    def __init__(self, tenant_id, client_id, client_secret, **kwargs):
        if not client_secret:
            raise ValueError("client_secret should be an Azure Active Directory application's client secret")
        _require(tenant_id=tenant_id, client_id=client_id)
        super().__init__(**kwargs)


class CertificateCredential(Credential):
    """A service principal with a certificate; the file is not read."""

    def __init__(self, tenant_id, client_id, certificate_path=None, **kwargs):
        _require(client_id=client_id)
        super().__init__(**kwargs)


class ClientAssertionCredential(Credential):
    """A service principal with an assertion; the function is not called."""

    def __init__(self, tenant_id, client_id, func, **kwargs):
        super().__init__(**kwargs)


class AuthorizationCodeCredential(Credential):
    """A user who has given an authorization code."""

    def __init__(self, tenant_id, client_id, authorization_code, redirect_uri, **kwargs):
        super().__init__(**kwargs)


class AzurePipelinesCredential(Credential):
    """A service connection of Azure Pipelines."""

    def __init__(self, *, tenant_id, client_id, service_connection_id, system_access_token, **kwargs):
        super().__init__(**kwargs)


class UsernamePasswordCredential(Credential):
    """A user with a password."""

    def __init__(self, client_id, username, password, **kwargs):
        super().__init__(**kwargs)


class OnBehalfOfCredential(Credential):
    """A service that acts for a user."""

    def __init__(self, tenant_id, client_id, **kwargs):
        super().__init__(**kwargs)


def _require(**given):
    for name, value in given.items():
        if not value:
            raise ValueError(f"{name} should be the id of an Azure Active Directory application or tenant")
