"""The same clients for ``await``. Local files are quick: the work is done at once."""

from azure.core._options import awaiting, options
from azure.core.async_paging import AsyncItemPaged
from azure.storage.filedatalake import _directory_client, _download, _file_client, _service_client, _upload
from azure.storage.filedatalake._access import DataLakeLeaseClient, ExponentialRetry, LinearRetry

_PATH_METHODS = (
    "exists", "set_metadata", "set_http_headers", "get_access_control", "set_access_control", "acquire_lease",
    "set_access_control_recursive", "update_access_control_recursive", "remove_access_control_recursive",
)


@awaiting("readall", "read", "readinto")
class StorageStreamDownloader(_download.StorageStreamDownloader):
    """What an awaited ``download_file`` gives."""

    async def chunks(self):
        for piece in super().chunks():
            yield piece


class _AsyncClient:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()

    async def close(self):
        """Nothing is held open."""


@awaiting(
    *_PATH_METHODS, "create_file", "flush_data", "download_file", "get_file_properties", "delete_file", "rename_file",
    "set_file_expiry", "query_file",
)
class DataLakeFileClient(_AsyncClient, _file_client.DataLakeFileClient):
    """Reads and writes one file."""

    _downloader_class = StorageStreamDownloader

    @options(*_file_client.UPLOAD_OPTIONS)
    async def upload_data(self, data, length=None, overwrite=False, **kwargs):
        """Writes the whole file. Raises ResourceExistsError when it is there and ``overwrite`` is not asked for."""
        replace = self._may_replace(overwrite, kwargs)
        with self._writing(kwargs) as writer:
            encoding = kwargs.get("encoding") or "utf-8"
            hook = kwargs.get("progress_hook")
            total = _upload.total(data, length, encoding) if hook else None
            async for piece in _upload.pieces_async(data, length, encoding):
                writer.write(piece)
                if hook:
                    await hook(writer.size, total)
            return self._finish(writer, kwargs, replace)

    @options(*_file_client.APPEND_OPTIONS)
    async def append_data(self, data, offset, length=None, **kwargs):
        """Hands in bytes for a position; they count once they are flushed."""
        self._before_append(kwargs)
        pieces = _upload.pieces_async(data, length, kwargs.get("encoding") or "utf-8")
        return self._append([piece async for piece in pieces], offset, kwargs)


@awaiting(
    *_PATH_METHODS, "create_directory", "create_sub_directory", "create_file", "delete_directory",
    "delete_sub_directory", "get_directory_properties", "rename_directory",
)
class DataLakeDirectoryClient(_AsyncClient, _directory_client.DataLakeDirectoryClient):
    """Works on one folder."""

    _file_client_class = DataLakeFileClient

    def get_paths(self, *, recursive=True, max_results=None, **kwargs):
        """What lies in this folder, for ``async for``."""
        return AsyncItemPaged(super().get_paths(recursive=recursive, max_results=max_results, **kwargs))


@awaiting(
    "exists", "get_file_system_properties", "create_directory", "delete_directory", "create_file", "delete_file",
    "create_file_system", "delete_file_system", "acquire_lease",
)
class FileSystemClient(_AsyncClient, _service_client.FileSystemClient):
    """A workspace."""

    _directory_client_class = DataLakeDirectoryClient
    _file_client_class = DataLakeFileClient

    def get_paths(self, path=None, recursive=True, max_results=None, **kwargs):
        """What lies in a folder of a lakehouse, for ``async for``."""
        return AsyncItemPaged(super().get_paths(path, recursive, max_results, **kwargs))


@awaiting("create_file_system", "delete_file_system")
class DataLakeServiceClient(_AsyncClient, _service_client.DataLakeServiceClient):
    """The account."""

    _file_system_client_class = FileSystemClient


__all__ = [
    "DataLakeDirectoryClient",
    "DataLakeFileClient",
    "DataLakeLeaseClient",
    "DataLakeServiceClient",
    "ExponentialRetry",
    "FileSystemClient",
    "LinearRetry",
    "StorageStreamDownloader",
]
