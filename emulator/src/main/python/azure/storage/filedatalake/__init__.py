"""Files of a lakehouse, kept in a local folder. Surface: contract, section 5."""

from azure.core.paging import ItemPaged as FileSystemPropertiesPaged
from azure.core.paging import ItemPaged as PathPropertiesPaged
from azure.storage.filedatalake._access import (
    AccountSasPermissions,
    DataLakeLeaseClient,
    DirectorySasPermissions,
    ExponentialRetry,
    FileSasPermissions,
    FileSystemSasPermissions,
    LinearRetry,
    LocationMode,
    PublicAccess,
    ResourceTypes,
    StorageErrorCode,
    UserDelegationKey,
    VERSION,
    generate_account_sas,
    generate_directory_sas,
    generate_file_sas,
    generate_file_system_sas,
)
from azure.storage.filedatalake._directory_client import DataLakeDirectoryClient
from azure.storage.filedatalake._download import StorageStreamDownloader
from azure.storage.filedatalake._file_client import DataLakeFileClient
from azure.storage.filedatalake._models import (
    ContentSettings,
    DirectoryProperties,
    FileProperties,
    FileSystemProperties,
    LeaseProperties,
    PathProperties,
)
from azure.storage.filedatalake._service_client import DataLakeServiceClient, FileSystemClient

__all__ = [
    "AccountSasPermissions",
    "ContentSettings",
    "DataLakeDirectoryClient",
    "DataLakeFileClient",
    "DataLakeLeaseClient",
    "DataLakeServiceClient",
    "DirectoryProperties",
    "DirectorySasPermissions",
    "ExponentialRetry",
    "FileProperties",
    "FileSasPermissions",
    "FileSystemClient",
    "FileSystemProperties",
    "FileSystemPropertiesPaged",
    "FileSystemSasPermissions",
    "LeaseProperties",
    "LinearRetry",
    "LocationMode",
    "PathProperties",
    "PathPropertiesPaged",
    "PublicAccess",
    "ResourceTypes",
    "StorageErrorCode",
    "StorageStreamDownloader",
    "UserDelegationKey",
    "VERSION",
    "generate_account_sas",
    "generate_directory_sas",
    "generate_file_sas",
    "generate_file_system_sas",
]

__version__ = VERSION
