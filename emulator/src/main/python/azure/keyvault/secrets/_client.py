"""The client of a vault, which is a local one: no real vault is ever asked."""

from azure.core._options import options
from azure.core._service import Service, endpoint_of, error
from azure.core.paging import paged
from azure.core.polling import LROPoller
from azure.keyvault.secrets._models import DeletedSecret, KeyVaultSecret, SecretProperties, seconds

_READS = ("get", "list", "versions", "listDeleted", "getDeleted", "backup")
_ATTRIBUTES = ("enabled", "tags", "content_type", "not_before", "expires_on")
_LARGEST_PAGE = 25


class SecretClient:
    """Reads and writes the secrets of the connection the credential came from, or of the only one for a vault.

    The address is not used.
    """

    _poller_class = LROPoller

    def __init__(self, vault_url, credential, **kwargs):
        if not vault_url:
            raise ValueError("vault_url must be the URL of an Azure Key Vault")
        if not credential:
            raise ValueError("credential should be an object supporting the TokenCredential protocol")
        self._vault_url = vault_url.strip("/")
        self._service = Service("secrets", endpoint_of(credential, "keyvault", "a key vault", vault_url), _READS)

    @property
    def vault_url(self):
        return self._vault_url

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        """Nothing is held open."""

    @options("out_content_type")
    def get_secret(self, name, version=None, **kwargs):
        """The secret. Raises ResourceNotFoundError, and HttpResponseError (403) when it is disabled."""
        return self._secret(self._service.call("get", name=_required(name), version=version or ""))

    @options(*_ATTRIBUTES)
    def set_secret(self, name, value, **kwargs):
        """Makes a secret, or a new version of it. Raises ResourceExistsError when it is deleted and not purged."""
        if not isinstance(value, str):
            raise error(400, "BadParameter", f"The value of a secret must be a text, not {type(value).__name__}.")
        answer = self._service.call("set", name=_required(name), value=value, attributes=_attributes(kwargs))
        return self._secret(answer)

    @options(*_ATTRIBUTES)
    def update_secret_properties(self, name, version=None, **kwargs):
        """Changes what is known of a version, not its value."""
        answer = self._service.call("update", name=_required(name), version=version or "", attributes=_attributes(kwargs))
        return self._properties(answer)

    @options("max_page_size")
    def list_properties_of_secrets(self, **kwargs):
        """The secrets without their values and versions."""
        return self._pages(self._properties, kwargs, "list")

    @options("max_page_size")
    def list_properties_of_secret_versions(self, name, **kwargs):
        """The versions of a secret without their values."""
        return self._pages(self._properties, kwargs, "versions", name=_required(name))

    @options()
    def begin_delete_secret(self, name, **kwargs):
        """Deletes a secret with all its versions; it can be recovered. Raises ResourceNotFoundError."""
        return self._poller_class(self._deleted(self._service.call("delete", name=_required(name))))

    @options()
    def get_deleted_secret(self, name, **kwargs):
        """A deleted secret. Raises ResourceNotFoundError."""
        return self._deleted(self._service.call("getDeleted", name=_required(name)))

    @options("max_page_size")
    def list_deleted_secrets(self, **kwargs):
        """The deleted secrets."""
        return self._pages(self._deleted, kwargs, "listDeleted")

    @options()
    def begin_recover_deleted_secret(self, name, **kwargs):
        """Takes a deletion back. Raises ResourceNotFoundError."""
        return self._poller_class(self._properties(self._service.call("recover", name=_required(name))))

    @options()
    def purge_deleted_secret(self, name, **kwargs):
        """Makes a deletion final. Raises ResourceNotFoundError."""
        self._service.call("purge", name=_required(name))

    @options()
    def backup_secret(self, name, **kwargs):
        """A secret with all its versions, as bytes for ``restore_secret_backup``."""
        import json

        return json.dumps(self._service.call("backup", name=_required(name))).encode("utf-8")

    @options()
    def restore_secret_backup(self, backup, **kwargs):
        """Puts a secret back. Raises ResourceExistsError when it is there."""
        import json

        try:
            content = json.loads(backup)
        except ValueError:
            content = {}
        return self._properties(self._service.call("restore", backup=content))

    def send_request(self, request, *, stream=False, **kwargs):
        """Refused: there is no vault to send a request of one's own to."""
        raise NotImplementedError("Bobbin stands in for the methods of SecretClient; requests of your own work in Fabric.")

    def _pages(self, made, given, operation, **arguments):
        """A listing in pages of the size given, at most and unless told otherwise 25 (REST reference, Get Secrets)."""
        size = _LARGEST_PAGE if given.get("max_page_size") is None else given["max_page_size"]

        def fetch(token):
            if not 1 <= size <= _LARGEST_PAGE:
                raise error(400, "BadParameter", f"maxresults must be a number from 1 to {_LARGEST_PAGE}.")
            listing = self._service.call(operation, **arguments)
            begin = int(token or 0)
            end = begin + size
            return (str(end) if end < len(listing) else None), [made(facts) for facts in listing[begin:end]]

        return paged(fetch)

    def _secret(self, facts):
        return KeyVaultSecret(self._properties(facts), facts["value"])

    def _properties(self, facts):
        return SecretProperties(self._vault_url, facts)

    def _deleted(self, facts):
        return DeletedSecret(self._properties(facts), facts)


def _required(name):
    """The name of a secret. Raises ValueError for None, as the client does that cannot make an address of it."""
    if name is None:
        raise ValueError("No value for given attribute")
    return str(name)


def _attributes(given):
    attributes = {
        "enabled": given.get("enabled"),
        "tags": given.get("tags"),
        "contentType": given.get("content_type"),
        "notBefore": seconds(given.get("not_before")),
        "expires": seconds(given.get("expires_on")),
    }
    return {name: value for name, value in attributes.items() if value is not None}
