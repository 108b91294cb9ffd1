"""Secrets and what is known of them."""

import datetime
import enum


class ApiVersion(str, enum.Enum):
    """Versions of the service a client can be told to speak. All lead to the same local vault."""

    V7_6 = "7.6"
    V7_5 = "7.5"
    V7_4 = "7.4"
    V7_3 = "7.3"
    V7_2 = "7.2"
    V7_1 = "7.1"
    V7_0 = "7.0"
    V2016_10_01 = "2016-10-01"


class SecretProperties:
    """What is known of a secret beside its value."""

    def __init__(self, vault_url, facts):
        self._vault_url = vault_url.rstrip("/")
        self._facts = facts

    def __repr__(self):
        return f"<SecretProperties [{self.id}]>"[:1024]

    @property
    def id(self):
        address = f"{self._vault_url}/secrets/{self.name}"
        return address if self.version is None else f"{address}/{self.version}"

    @property
    def name(self):
        return self._facts["name"]

    @property
    def version(self):
        """The version; None in a listing of secrets, which names none."""
        return self._facts.get("version")

    @property
    def vault_url(self):
        return self._vault_url

    @property
    def enabled(self):
        return self._facts.get("enabled", True)

    @property
    def content_type(self):
        return self._facts.get("contentType")

    @property
    def tags(self):
        return dict(self._facts.get("tags") or {})

    @property
    def created_on(self):
        return moment(self._facts.get("created"))

    @property
    def updated_on(self):
        return moment(self._facts.get("updated"))

    @property
    def not_before(self):
        return moment(self._facts.get("notBefore"))

    @property
    def expires_on(self):
        return moment(self._facts.get("expires"))

    @property
    def recovery_level(self):
        return "Recoverable+Purgeable"

    @property
    def recoverable_days(self):
        return 90

    @property
    def key_id(self):
        return None

    @property
    def managed(self):
        return None


class _Named:
    """What has the name and address of its properties."""

    def __init__(self, properties):
        self._properties = properties

    def __repr__(self):
        return f"<{type(self).__name__} [{self.id}]>"[:1024]

    @property
    def properties(self):
        return self._properties

    @property
    def name(self):
        return self._properties.name

    @property
    def id(self):
        return self._properties.id


class KeyVaultSecret(_Named):
    """A secret with its value."""

    def __init__(self, properties, value):
        super().__init__(properties)
        self._value = value

    @property
    def value(self):
        return self._value


class DeletedSecret(_Named):
    """A secret that was deleted and can be recovered."""

    def __init__(self, properties, facts):
        super().__init__(properties)
        self._facts = facts

    @property
    def deleted_date(self):
        return moment(self._facts.get("deletedDate"))

    @property
    def scheduled_purge_date(self):
        return moment(self._facts.get("scheduledPurgeDate"))

    @property
    def recovery_id(self):
        return f"{self._properties.vault_url}/deletedsecrets/{self.name}"


class KeyVaultSecretIdentifier:
    """The parts of a secret's address."""

    def __init__(self, source_id):
        parts = source_id.partition("://")[2].split("/")
        if len(parts) < 3 or parts[1] not in ("secrets", "deletedsecrets"):
            raise ValueError(f"'{source_id}' is not a valid ID")
        self.source_id = source_id
        self.vault_url = f"{source_id.partition('://')[0]}://{parts[0]}"
        self.name = parts[2]
        self.version = parts[3] if len(parts) > 3 else None


def moment(seconds):
    if seconds is None:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)


def seconds(given):
    """A time given by a caller, in seconds since 1970."""
    if given is None:
        return None
    if isinstance(given, datetime.datetime):
        aware = given if given.tzinfo else given.replace(tzinfo=datetime.timezone.utc)
        return int(aware.timestamp())
    return int(given)
