"""A file in the Files of a lakehouse."""

import os

from azure.storage.filedatalake import _errors, _models, _upload
from azure.storage.filedatalake._download import StorageStreamDownloader
from azure.storage.filedatalake._path_client import PathClient


class DataLakeFileClient(PathClient):
    """Reads and writes one file. Surface: contract, section 5."""

    _downloader_class = StorageStreamDownloader

    def create_file(self, content_settings=None, metadata=None, **kwargs):
        """Makes the file empty, whether it was there or not."""
        self._folder.write(self._path, (), replace=True)
        return _models.changed(self._place())

    def upload_data(self, data, length=None, overwrite=False, **kwargs):
        """Writes the whole file. Raises ResourceExistsError when it is there and ``overwrite`` is not asked for."""
        pieces = _upload.pieces(data, length, kwargs.get("encoding") or "utf-8")
        self._folder.write(self._path, pieces, replace=overwrite)
        return _models.changed(self._place())

    def append_data(self, data, offset, length=None, **kwargs):
        """Hands in bytes for a position; they count once they are flushed."""
        self._stat(_errors.path_not_found)
        piece = _upload.joined(data, length, kwargs.get("encoding") or "utf-8")
        self._folder.uncommitted.setdefault(self._path, {})[offset] = piece
        if kwargs.get("flush"):
            return DataLakeFileClient.flush_data(self, offset + len(piece))
        return {"request_id": None, "version": None}

    def flush_data(self, offset, retain_uncommitted_data=False, **kwargs):
        """Makes appended bytes count; ``offset`` is the file's length afterwards."""
        self._stat(_errors.path_not_found)
        with _errors.local_files(self._path):
            with open(self._place(), "rb") as file:
                pieces = [file.read()]
        appended = self._folder.uncommitted.get(self._path, {})
        position = len(pieces[0])
        for start in sorted(appended):
            if start != position:
                raise _errors.invalid_flush_position()
            pieces.append(appended[start])
            position += len(appended[start])
        if position != offset:
            raise _errors.invalid_flush_position()
        self._folder.write(self._path, pieces, replace=True)
        return _models.changed(self._place())

    def download_file(self, offset=None, length=None, **kwargs):
        """The content, or a part of it. Raises ResourceNotFoundError when there is no such file."""
        if length is not None and offset is None:
            raise ValueError("Offset must be provided if length is provided.")
        properties = self._properties(_errors.blob_not_found)
        if offset and offset >= properties.size:
            raise _errors.invalid_range()
        with _errors.local_files(self._path):
            with open(self._place(), "rb") as file:
                file.seek(offset or 0)
                data = file.read(-1 if length is None else length)
        return self._downloader_class(data, properties, kwargs.get("encoding"))

    def get_file_properties(self, **kwargs):
        """Size, time of the last change and the like. Raises ResourceNotFoundError."""
        return self._properties(_errors.path_not_found)

    def delete_file(self, **kwargs):
        """Removes the file. Raises ResourceNotFoundError."""
        self._stat(_errors.path_not_found)
        with _errors.local_files(self._path):
            os.remove(self._place())
        self._folder.uncommitted.pop(self._path, None)

    def rename_file(self, new_name, **kwargs):
        """Moves the file to ``file system/path`` and returns the client of the new place."""
        return self._move(new_name)

    def _properties(self, missing):
        stat = self._stat(missing)
        if os.path.isdir(self._place()):
            raise _errors.path_conflict()
        return _models.FileProperties(self.path_name, stat)
