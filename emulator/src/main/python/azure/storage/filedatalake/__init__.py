"""Files of a lakehouse, kept in a local folder. Surface: contract, section 5."""

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
    "ContentSettings",
    "DataLakeDirectoryClient",
    "DataLakeFileClient",
    "DataLakeServiceClient",
    "DirectoryProperties",
    "FileProperties",
    "FileSystemClient",
    "FileSystemProperties",
    "LeaseProperties",
    "PathProperties",
    "StorageStreamDownloader",
]
