"""The same clients for ``await``. Local files are quick: the work is done at once."""

from azure.storage.filedatalake import _directory_client, _download, _file_client


def _awaiting(*names):
    """Class decorator: makes coroutines of inherited methods."""

    def decorate(client):
        for name in names:
            setattr(client, name, _coroutine(getattr(client, name)))
        return client

    return decorate


def _coroutine(method):
    async def call(self, *args, **kwargs):
        return method(self, *args, **kwargs)

    call.__name__ = method.__name__
    call.__doc__ = method.__doc__
    return call


@_awaiting("readall", "read", "readinto")
class StorageStreamDownloader(_download.StorageStreamDownloader):
    """What an awaited ``download_file`` gives."""

    async def chunks(self):
        for piece in _download.StorageStreamDownloader.chunks(self):
            yield piece


class AsyncItemPaged:
    """A listing for ``async for``."""

    def __init__(self, entries):
        self._entries = entries

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return next(self._entries)
        except StopIteration:
            raise StopAsyncIteration from None

    async def by_page(self, continuation_token=None):
        for page in self._entries.by_page(continuation_token):
            yield AsyncItemPaged(page)


class _AsyncClient:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()

    async def close(self):
        """Nothing is held open."""


@_awaiting(
    "create_file", "flush_data", "download_file", "get_file_properties", "delete_file", "rename_file", "exists"
)
class DataLakeFileClient(_AsyncClient, _file_client.DataLakeFileClient):
    """Reads and writes one file."""

    _downloader_class = StorageStreamDownloader

    async def upload_data(self, data, length=None, overwrite=False, **kwargs):
        return super().upload_data(await _collected(data), length, overwrite, **kwargs)

    async def append_data(self, data, offset, length=None, **kwargs):
        return super().append_data(await _collected(data), offset, length, **kwargs)



@_awaiting(
    "create_directory",
    "create_sub_directory",
    "create_file",
    "delete_directory",
    "delete_sub_directory",
    "get_directory_properties",
    "rename_directory",
    "exists",
)
class DataLakeDirectoryClient(_AsyncClient, _directory_client.DataLakeDirectoryClient):
    """Works on one folder."""

    _file_client_class = DataLakeFileClient

    def get_paths(self, *, recursive=True, max_results=None, **kwargs):
        return AsyncItemPaged(super().get_paths(recursive=recursive, max_results=max_results, **kwargs))


async def _collected(data):
    """The data of an asynchronous iterable or stream; other data as it is."""
    if hasattr(data, "__aiter__"):
        pieces = [piece async for piece in data]
        return b"".join(piece.encode("utf-8") if isinstance(piece, str) else bytes(piece) for piece in pieces)
    if hasattr(data, "read"):
        content = data.read()
        return await content if hasattr(content, "__await__") else content
    return data


__all__ = ["DataLakeDirectoryClient", "DataLakeFileClient", "StorageStreamDownloader"]
