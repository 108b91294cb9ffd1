"""A file in the Files of a lakehouse."""

import os
import sys

from azure.core._options import options
from azure.storage.filedatalake import _conditions, _download, _errors, _models, _upload, _writer
from azure.storage.filedatalake._path_client import RENAME_OPTIONS, PathClient

_CONDITIONS = _conditions.OPTIONS
CREATE_OPTIONS = (
    *_CONDITIONS, "umask", "owner", "group", "acl", "lease_id", "lease_duration", "expires_on", "permissions", "cpk",
    "encryption_context",
)
UPLOAD_OPTIONS = (
    *_CONDITIONS, "content_settings", "metadata", "umask", "permissions", "validate_content", "cpk", "max_concurrency",
    "chunk_size", "encryption_context", "progress_hook", "encoding",
)
APPEND_OPTIONS = (
    "flush", "validate_content", "lease_action", "lease_duration", "lease", "cpk", "encoding",
)
_FLUSH_OPTIONS = (*_CONDITIONS, "content_settings", "close", "lease_action", "lease_duration", "cpk")
_DOWNLOAD_OPTIONS = (
    *_CONDITIONS, "cpk", "max_concurrency", "progress_hook", "encoding", "validate_content", "decompress",
)


class DataLakeFileClient(PathClient):
    """Reads and writes one file. Surface: contract, section 5."""

    _downloader_class = _download.StorageStreamDownloader

    def __init__(self, account_url, file_system_name, file_path, credential=None, **kwargs):
        super().__init__(account_url, file_system_name, file_path, credential, **kwargs)

    @options(*CREATE_OPTIONS)
    def create_file(self, content_settings=None, metadata=None, **kwargs):
        """Makes the file empty, whether it was there or not."""
        with self._writing(kwargs) as writer:
            return self._finish(writer, kwargs, True, metadata, content_settings)

    @options(*UPLOAD_OPTIONS)
    def upload_data(self, data, length=None, overwrite=False, **kwargs):
        """Writes the whole file. Raises ResourceExistsError when it is there and ``overwrite`` is not asked for."""
        replace = self._may_replace(overwrite, kwargs)
        with self._writing(kwargs) as writer:
            if not kwargs.get("progress_hook"):
                copied = writer.copy(data, sys.maxsize if length is None else length)
                length = length and length - copied
            encoding = kwargs.get("encoding") or "utf-8"
            total = _upload.total(data, length, encoding) if kwargs.get("progress_hook") else None
            for piece in _upload.pieces(data, length, encoding):
                writer.write(piece)
                _report(kwargs, writer, total)
            return self._finish(writer, kwargs, replace)

    @options(*APPEND_OPTIONS)
    def append_data(self, data, offset, length=None, **kwargs):
        """Hands in bytes for a position; they count once they are flushed."""
        self._before_append(kwargs)
        pieces = _upload.pieces(data, length, kwargs.get("encoding") or "utf-8")
        return self._append(pieces, offset, kwargs)

    @options(*_FLUSH_OPTIONS)
    def flush_data(self, offset, retain_uncommitted_data=False, **kwargs):
        """Makes appended bytes count; ``offset`` is the file's length afterwards."""
        _refuse_lease_action(kwargs)
        self._checked(kwargs, _errors.path_not_found, writes=True)
        kept = self._folder.sidecars.read(self._path)
        self._folder.appended.flush(
            self._place(), self._path, offset, retain_uncommitted_data, self._folder.history
        )
        if kwargs.get("content_settings") is not None:
            self._keep_new(kwargs, kept.get("metadata"))
        return _models.changed(self._stat(_errors.path_not_found))

    @options(*_DOWNLOAD_OPTIONS)
    def download_file(self, offset=None, length=None, **kwargs):
        """The content, or a part of it. Raises ResourceNotFoundError when there is no such file."""
        if length is not None and offset is None:
            raise ValueError("Offset must be provided if length is provided.")
        stat = self._checked(kwargs, _errors.blob_not_found)
        self._refuse_folder()
        if (offset or 0) < 0 or (length or 0) < 0 or offset and offset >= stat.st_size:
            raise _errors.invalid_range()
        start = offset or 0
        size = stat.st_size - start if length is None else min(length, stat.st_size - start)
        source = _download.Source(self._place(), self._path, stat, start, size)
        return self._downloader_class(
            source, self._properties(stat), kwargs.get("encoding"), kwargs.get("progress_hook")
        )

    @options(*_CONDITIONS, "cpk", "upn")
    def get_file_properties(self, **kwargs):
        """Size, time of the last change and the like, also of a folder. Raises ResourceNotFoundError."""
        return self._properties(self._checked(kwargs, _errors.path_not_found))

    @options(*_CONDITIONS)
    def delete_file(self, **kwargs):
        """Removes the file. Raises ResourceNotFoundError."""
        self._checked(kwargs, _errors.path_not_found, writes=True)
        self._refuse_folder()
        place = self._place()
        with _errors.local_files(self._path):
            self._folder.history.remove(place)
            self._folder.sidecars.forget(self._path)
        self._folder.appended.forget(place)

    @options(*RENAME_OPTIONS)
    def rename_file(self, new_name, **kwargs):
        """Moves the file to ``file system/path`` and returns the client of the new place."""
        return self._move(new_name, kwargs)

    @options()
    def set_file_expiry(self, expiry_options, expires_on=None, **kwargs):
        """Refused: OneLake files do not expire."""
        raise _errors.not_supported("file expiry")

    @options(*_CONDITIONS, "on_error", "file_format", "output_format", "cpk")
    def query_file(self, query_expression, **kwargs):
        """Refused: OneLake does not query files."""
        raise _errors.not_supported("query acceleration")

    def _writing(self, given):
        self._lake.before_call(writes=True)
        if not self._path:
            raise _errors.path_conflict()
        _conditions.check(self._folder.stat(self._path), given)
        return _writer.Writer(self._folder, self._path)

    def _may_replace(self, overwrite, given):
        """Whether an existing file may be replaced; it is refused before any data is asked for.

        A condition on the existing file allows it, as in the package.
        """
        if not overwrite and any(given.get(name) for name in ("metadata", "umask", "permissions")):
            raise ValueError("metadata, umask and permissions can be set only when overwrite is enabled")
        replace = bool(overwrite) or any(given.get(name) is not None for name in _CONDITIONS)
        if not replace and self._folder.stat(self._path) is not None and not os.path.isdir(self._place()):
            self._lake.before_call(writes=True)
            raise _errors.path_exists()
        return replace

    def _finish(self, writer, given, replace, metadata=None, content_settings=None):
        writer.keep(replace)
        self._keep_new(given, metadata, content_settings)
        return _models.changed(self._stat(_errors.path_not_found))

    def _before_append(self, given):
        _refuse_lease_action(given)
        self._checked(given, _errors.path_not_found, writes=True)
        self._refuse_folder()

    def _append(self, pieces, offset, given):
        place = self._place()
        added = self._folder.appended.add(place, self._path, offset, pieces)
        answer = _models.changed(self._stat(_errors.path_not_found))
        if not given.get("flush"):
            return {name: answer[name] for name in ("date", "request_id", "version")}
        self._folder.appended.flush(place, self._path, offset + added, False, self._folder.history)
        return _models.changed(self._stat(_errors.path_not_found))

    def _properties(self, stat):
        return _models.FileProperties(name=self.path_name, stat=stat, kept=self._folder.sidecars.read(self._path))

    def _refuse_folder(self):
        if os.path.isdir(self._place()):
            raise _errors.path_conflict()


def _report(given, writer, total):
    if given.get("progress_hook"):
        given["progress_hook"](writer.size, total)


def _refuse_lease_action(given):
    _conditions.refuse_lease(given.get("lease_action"))
