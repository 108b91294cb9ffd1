"""Key vault connections whose parameter is a SecretClient."""


def use_keyvault(udf):
    """Has parameters annotated ``SecretClient`` made from their connection."""
    from azure.keyvault.secrets import SecretClient

    def client(item, **options):
        url = next(iter(options.values()), "https://local.vault.azure.net/")
        return SecretClient(vault_url=url, credential=item.get_access_token())

    udf.register_provider(SecretClient, client)
