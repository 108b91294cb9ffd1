"""Key vault connections whose parameter is a SecretClient."""


def use_keyvault(udf):
    """Has parameters annotated ``SecretClient``, of either package, made from their connection."""
    from azure.keyvault.secrets import SecretClient
    from azure.keyvault.secrets.aio import SecretClient as AsyncSecretClient

    for client_class in (SecretClient, AsyncSecretClient):
        udf.register_provider(client_class, _provider(client_class))


def _provider(client_class):
    def client(item, **options):
        url = next(iter(options.values()), "https://local.vault.azure.net/")
        return client_class(vault_url=url, credential=item.get_access_token())

    return client


def get_keyvault_client(item, vault_url="https://local.vault.azure.net/"):
    """A SecretClient of the connection."""
    from azure.keyvault.secrets import SecretClient

    return SecretClient(vault_url=vault_url, credential=item.get_access_token())
