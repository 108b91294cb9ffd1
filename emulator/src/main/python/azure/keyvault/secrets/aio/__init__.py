"""The same client for ``await``."""

from azure.core._options import awaiting
from azure.core.async_paging import AsyncItemPaged
from azure.keyvault.secrets import _client


class _Done:
    """What is done already, given back as it is: the asynchronous client has no pollers for deletions."""

    def __new__(cls, result):
        return result


@awaiting(
    "get_secret", "set_secret", "update_secret_properties", "begin_delete_secret", "get_deleted_secret",
    "begin_recover_deleted_secret", "purge_deleted_secret", "backup_secret", "restore_secret_backup", "send_request",
    "close",
)
class SecretClient(_client.SecretClient):
    """Reads and writes the secrets of the connection the credential came from."""

    _poller_class = _Done

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()

    async def delete_secret(self, name, **kwargs):
        """Deletes a secret."""
        return await self.begin_delete_secret(name, **kwargs)

    async def recover_deleted_secret(self, name, **kwargs):
        """Takes a deletion back."""
        return await self.begin_recover_deleted_secret(name, **kwargs)

    def list_properties_of_secrets(self, **kwargs):
        return AsyncItemPaged(super().list_properties_of_secrets(**kwargs))

    def list_properties_of_secret_versions(self, name, **kwargs):
        return AsyncItemPaged(super().list_properties_of_secret_versions(name, **kwargs))

    def list_deleted_secrets(self, **kwargs):
        return AsyncItemPaged(super().list_deleted_secrets(**kwargs))


__all__ = ["SecretClient"]
