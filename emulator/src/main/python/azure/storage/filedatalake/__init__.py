"""Files of a lakehouse, kept in a local folder. Surface: contract, section 5."""

from azure.storage.filedatalake._directory_client import DataLakeDirectoryClient
from azure.storage.filedatalake._download import StorageStreamDownloader
from azure.storage.filedatalake._file_client import DataLakeFileClient
from azure.storage.filedatalake._models import ContentSettings, DirectoryProperties, FileProperties, PathProperties
from azure.storage.filedatalake._path_client import PathClient


class DataLakeServiceClient(PathClient):
    """Not stood in for: making one says so."""


class FileSystemClient(PathClient):
    """Not stood in for: making one says so."""


__all__ = [
    "ContentSettings",
    "DataLakeDirectoryClient",
    "DataLakeFileClient",
    "DataLakeServiceClient",
    "DirectoryProperties",
    "FileProperties",
    "FileSystemClient",
    "PathProperties",
    "StorageStreamDownloader",
]
