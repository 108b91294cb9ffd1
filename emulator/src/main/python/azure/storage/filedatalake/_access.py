"""What programs import to name accounts, keys, leases and retries. OneLake knows none of it; nothing is retried here."""

import enum

from azure.storage.filedatalake import _errors

VERSION = "12.20.0"


class LocationMode:
    """Where requests go to."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class PublicAccess(str, enum.Enum):
    """Who may read without signing in."""

    File = "blob"
    FileSystem = "container"


class StorageErrorCode(str, enum.Enum):
    """The ``error_code`` of errors that the clients raise."""

    AUTHORIZATION_PERMISSION_MISMATCH = "AuthorizationPermissionMismatch"
    BLOB_NOT_FOUND = "BlobNotFound"
    CONDITION_NOT_MET = "ConditionNotMet"
    FILE_SYSTEM_NOT_FOUND = "FilesystemNotFound"
    INVALID_FLUSH_POSITION = "InvalidFlushPosition"
    INVALID_RANGE = "InvalidRange"
    INVALID_URI = "InvalidUri"
    PATH_ALREADY_EXISTS = "PathAlreadyExists"
    PATH_CONFLICT = "PathConflict"
    PATH_NOT_FOUND = "PathNotFound"
    RENAME_DESTINATION_PARENT_PATH_NOT_FOUND = "RenameDestinationParentPathNotFound"
    SOURCE_PATH_NOT_FOUND = "SourcePathNotFound"
    UNSUPPORTED_HEADER = "UnsupportedHeader"


class _Retry:
    """Taken and without effect: a local file is there or it is not."""

    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)


class ExponentialRetry(_Retry):
    """Would wait longer from try to try."""


class LinearRetry(_Retry):
    """Would wait the same time before each try."""


class _Permissions:
    """Letters of what is permitted, as they stand in a signature."""

    def __init__(self, read=False, write=False, delete=False, list=False, **kwargs):
        self.read, self.write, self.delete, self.list = read, write, delete, list
        self.__dict__.update(kwargs)

    def __str__(self):
        letters = (("r", self.read), ("w", self.write), ("d", self.delete), ("l", self.list))
        return "".join(letter for letter, permitted in letters if permitted)


class AccountSasPermissions(_Permissions):
    """What a signature for an account permits."""


class FileSystemSasPermissions(_Permissions):
    """What a signature for a file system permits."""


class DirectorySasPermissions(_Permissions):
    """What a signature for a folder permits."""


class FileSasPermissions(_Permissions):
    """What a signature for a file permits."""


class ResourceTypes:
    """What a signature for an account opens."""

    def __init__(self, service=False, file_system=False, object=False):
        self.service, self.file_system, self.object = service, file_system, object

    def __str__(self):
        letters = (("s", self.service), ("c", self.file_system), ("o", self.object))
        return "".join(letter for letter, opened in letters if opened)


class UserDelegationKey:
    """A key that signs for a user."""

    def __init__(self):
        self.signed_oid = self.signed_tid = self.signed_start = self.signed_expiry = None
        self.signed_service = self.signed_version = self.value = None


class DataLakeLeaseClient:
    """Leases, which OneLake does not have for storage clients: every call is refused."""

    def __init__(self, client, lease_id=None):
        self.id = lease_id
        self.etag = self.last_modified = None

    def acquire(self, lease_duration=-1, **kwargs):
        """Refused."""
        raise _errors.not_supported("leases")

    def renew(self, **kwargs):
        """Refused."""
        raise _errors.not_supported("leases")

    def release(self, **kwargs):
        """Refused."""
        raise _errors.not_supported("leases")

    def change(self, proposed_lease_id, **kwargs):
        """Refused."""
        raise _errors.not_supported("leases")

    def break_lease(self, lease_break_period=None, **kwargs):
        """Refused."""
        raise _errors.not_supported("leases")


def _refuse_signature():
    raise NotImplementedError("A shared access signature needs the key of a storage account, and a local lakehouse has none.")


def generate_account_sas(account_name, account_key, resource_types, permission, expiry, **kwargs):
    """Refused: there is no key to sign with."""
    _refuse_signature()


def generate_file_system_sas(account_name, file_system_name, credential, permission=None, expiry=None, **kwargs):
    """Refused: there is no key to sign with."""
    _refuse_signature()


def generate_directory_sas(account_name, file_system_name, directory_name, credential, permission=None, expiry=None,
                           **kwargs):
    """Refused: there is no key to sign with."""
    _refuse_signature()


def generate_file_sas(account_name, file_system_name, directory_name, file_name, credential, permission=None,
                      expiry=None, **kwargs):
    """Refused: there is no key to sign with."""
    _refuse_signature()
