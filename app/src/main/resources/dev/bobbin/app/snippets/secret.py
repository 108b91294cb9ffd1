from azure.core.exceptions import ResourceNotFoundError
from azure.keyvault.secrets import SecretClient

@udf.generic_connection(argName="vault", audienceType="KeyVault")
@udf.function()
def secretLength(vault: fn.FabricItem, name: str) -> int:
    """Reads a secret of a key vault and gives nothing of it away but its length.

    Args:
        name: Name of the secret.
    """
    secrets = SecretClient(vault_url="https://myvault.vault.azure.net/", credential=vault.get_access_token())
    try:
        return len(secrets.get_secret(name).value)
    except ResourceNotFoundError:
        raise fn.UserThrownError("There is no such secret.", {"name": name})
