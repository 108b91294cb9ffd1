"""Secrets of a key vault, kept on this machine."""

from azure.keyvault.secrets._client import SecretClient
from azure.keyvault.secrets._models import (
    DeletedSecret,
    KeyVaultSecret,
    KeyVaultSecretIdentifier,
    SecretProperties,
)

__all__ = ["DeletedSecret", "KeyVaultSecret", "KeyVaultSecretIdentifier", "SecretClient", "SecretProperties"]
