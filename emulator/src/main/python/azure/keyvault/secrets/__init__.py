"""Secrets of a key vault, kept on this machine."""

from azure.keyvault.secrets._client import SecretClient
from azure.keyvault.secrets._models import (
    ApiVersion,
    DeletedSecret,
    KeyVaultSecret,
    KeyVaultSecretIdentifier,
    SecretProperties,
)

__all__ = [
    "ApiVersion",
    "DeletedSecret",
    "KeyVaultSecret",
    "KeyVaultSecretIdentifier",
    "SecretClient",
    "SecretProperties",
]
