"""Keys that a partner's interface asks for, kept in a key vault. No function gives a key away."""

import hashlib
import hmac
import logging

import fabric.functions as fn
from azure.core.exceptions import HttpResponseError, ResourceNotFoundError
from azure.keyvault.secrets import SecretClient

udf = fn.UserDataFunctions()

VAULT_URL = "https://contoso-partners.vault.azure.net/"


def signatureOf(key: str, message: str) -> str:
    """The HMAC-SHA256 of a message, as the partner computes it too."""
    return hmac.new(key.encode("utf-8"), message.encode("utf-8"), hashlib.sha256).hexdigest()


@udf.generic_connection(argName="partnerVault", audienceType="KeyVault")
@udf.function()
def signMessage(partnerVault: fn.FabricItem, partner: str, message: str) -> dict:
    """Signs a message with the key that was agreed with a partner.

    Args:
        partner: Whose key to take, such as northwind.
        message: The text to sign.

    Returns:
        The headers to send with the message.
    """
    secrets = SecretClient(vault_url=VAULT_URL, credential=partnerVault.get_access_token())
    try:
        key = secrets.get_secret(f"{partner}-key")
    except ResourceNotFoundError:
        raise fn.UserThrownError(f"No key was agreed with {partner}.", {"partner": partner})
    except HttpResponseError as problem:
        logging.error("The vault answered %s: %s", problem.status_code, problem.message)
        raise fn.UserThrownError("The key cannot be read at the moment.", {"reason": problem.status_code})
    return {"X-Partner": partner, "X-Signature": signatureOf(key.value, message)}


@udf.generic_connection(argName="partnerVault", audienceType="KeyVault")
@udf.function()
def rotateKey(partnerVault: fn.FabricItem, partner: str, newKey: str, agreedBy: str) -> dict:
    """Stores a new key for a partner. The old ones stay in the vault as earlier versions.

    Args:
        partner: Whose key it is.
        newKey: The key, 12 characters or more.
        agreedBy: Who agreed on it; kept as a tag.

    Returns:
        Name of the secret, its tags and how many versions there are now.
    """
    if len(newKey) < 12:
        raise fn.UserThrownError("A key has 12 characters or more.", {"characters": len(newKey)})
    secrets = SecretClient(vault_url=VAULT_URL, credential=partnerVault.get_access_token())
    stored = secrets.set_secret(f"{partner}-key", newKey, tags={"agreedBy": agreedBy}, content_type="text/plain")
    versions = list(secrets.list_properties_of_secret_versions(stored.name))
    logging.info("The key of %s has a new version.", partner)
    return {"name": stored.name, "tags": stored.properties.tags, "versions": len(versions)}


@udf.generic_connection(argName="partnerVault", audienceType="KeyVault")
@udf.function()
def partnersWithKey(partnerVault: fn.FabricItem) -> list:
    """Lists the partners there is a key for.

    Returns:
        Names of the partners in alphabetical order.
    """
    secrets = SecretClient(vault_url=VAULT_URL, credential=partnerVault.get_access_token())
    names = [secret.name for secret in secrets.list_properties_of_secrets() if secret.enabled]
    return sorted(name.removesuffix("-key") for name in names)


@udf.connection(argName="partnerVault", audienceType="KeyVault")
@udf.function()
def forgetPartner(partnerVault: fn.FabricItem, partner: str) -> str:
    """Deletes the key of a partner. It can be recovered until it is purged.

    Args:
        partner: Whose key to delete.

    Returns:
        A sentence that says what was done.
    """
    secrets = SecretClient(vault_url=VAULT_URL, credential=partnerVault.get_access_token())
    try:
        deleted = secrets.begin_delete_secret(f"{partner}-key").result()
    except ResourceNotFoundError:
        return f"There was no key of {partner}."
    return f"{deleted.name} was deleted."
