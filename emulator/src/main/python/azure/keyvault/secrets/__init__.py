"""Secrets of a key vault, kept in a local JSON file of names and values: no real vault is ever asked."""

import json
import os
import threading

from azure.core.exceptions import ResourceNotFoundError

_lock = threading.Lock()


class SecretProperties:
    """What is known of a secret beside its value."""

    def __init__(self, vault_url, name):
        self.name = name
        self.vault_url = vault_url
        self.version = "local"
        self.enabled = True


class KeyVaultSecret:
    """A secret with its value."""

    def __init__(self, properties, value):
        self.properties = properties
        self.value = value

    @property
    def name(self):
        return self.properties.name


class SecretClient:
    """Reads and writes the secrets of the connection the credential came from."""

    def __init__(self, vault_url, credential, **kwargs):
        file = (getattr(credential, "endpoint", None) or {}).get("File")
        if file is None:
            raise NotImplementedError(
                "Bobbin needs the credential of a connection for a key vault: add "
                '@udf.generic_connection(argName="…", audienceType="KeyVault") and pass its get_access_token().'
            )
        self.vault_url = vault_url
        self._file = file

    def get_secret(self, name, version=None, **kwargs):
        """The secret. Raises ResourceNotFoundError."""
        return self._secret(name, self._existing(name))

    def set_secret(self, name, value, **kwargs):
        """Makes or replaces a secret."""
        with _lock:
            secrets = self._read()
            secrets[name] = value
            self._write(secrets)
        return self._secret(name, value)

    def begin_delete_secret(self, name, **kwargs):
        """Removes a secret at once. Raises ResourceNotFoundError."""
        secret = self._secret(name, self._existing(name))
        with _lock:
            secrets = self._read()
            del secrets[name]
            self._write(secrets)
        return _Deleted(secret)

    def list_properties_of_secrets(self, **kwargs):
        """The secrets without their values."""
        return iter([SecretProperties(self.vault_url, name) for name in sorted(self._read())])

    def close(self):
        """Nothing is held open."""

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _secret(self, name, value):
        return KeyVaultSecret(SecretProperties(self.vault_url, name), value)

    def _existing(self, name):
        secrets = self._read()
        if name not in secrets:
            text = f"A secret with (name/id) {name} was not found in this key vault."
            raise ResourceNotFoundError(
                f"(SecretNotFound) {text} Bobbin keeps the local ones in {self._file}.",
                status_code=404, reason="Not Found", error_code="SecretNotFound",
            )
        return secrets[name]

    def _read(self):
        if not os.path.exists(self._file):
            return {}
        with open(self._file, encoding="utf-8-sig") as stream:
            return json.load(stream)

    def _write(self, secrets):
        os.makedirs(os.path.dirname(self._file), exist_ok=True)
        temporary = self._file + ".new"
        with open(temporary, "w", encoding="utf-8") as stream:
            json.dump(secrets, stream, indent=2)
        os.replace(temporary, self._file)


class _Deleted:
    """The poller of a deletion that is done already."""

    def __init__(self, secret):
        self._secret = secret

    def result(self):
        return self._secret

    def wait(self):
        """Nothing to wait for."""
