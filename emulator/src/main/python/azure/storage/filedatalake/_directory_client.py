"""A folder in the Files of a lakehouse."""

import os

from azure.core._options import options
from azure.core.paging import ItemPaged
from azure.storage.filedatalake import _conditions, _errors, _listing, _models
from azure.storage.filedatalake._file_client import CREATE_OPTIONS, DataLakeFileClient
from azure.storage.filedatalake._path_client import RENAME_OPTIONS, PathClient

_CONDITIONS = _conditions.OPTIONS
_CREATE_OPTIONS = (*CREATE_OPTIONS, "content_settings")


class DataLakeDirectoryClient(PathClient):
    """Works on one folder and gives clients for what lies in it. Surface: contract, section 5."""

    _file_client_class = DataLakeFileClient

    def __init__(self, account_url, file_system_name, directory_name, credential=None, **kwargs):
        super().__init__(account_url, file_system_name, directory_name, credential, **kwargs)

    def get_file_client(self, file):
        """The client of a file, by its path in this folder or by the properties of a listing."""
        return self._file_client_class._at(self._lake, self._inside(file))

    def get_sub_directory_client(self, sub_directory):
        """The client of a folder, by its path in this folder or by the properties of a listing."""
        return type(self)._at(self._lake, self._inside(sub_directory))

    @options(*_CREATE_OPTIONS)
    def create_directory(self, metadata=None, **kwargs):
        """Makes the folder and those above it; one that is there stays with all it holds."""
        self._lake.before_call(writes=True)
        _conditions.check(self._folder.stat(self._path), kwargs)
        self._folder.make_room(self._path)
        place = self._place()
        with _errors.local_files(self._path):
            self._folder.history.make_folders(place)
        if self._path:
            self._keep_new(kwargs, metadata)
        return _models.changed(self._stat(_errors.path_not_found))

    @options(*_CREATE_OPTIONS)
    def create_sub_directory(self, sub_directory, metadata=None, **kwargs):
        """Makes a folder in this one and returns its client."""
        client = self.get_sub_directory_client(sub_directory)
        DataLakeDirectoryClient.create_directory(client, metadata, **kwargs)
        return client

    @options(*_CREATE_OPTIONS, "metadata")
    def create_file(self, file, **kwargs):
        """Makes an empty file in this folder and returns its client."""
        client = self.get_file_client(file)
        DataLakeFileClient.create_file(client, **kwargs)
        return client

    @options(*_CONDITIONS)
    def delete_directory(self, **kwargs):
        """Removes the folder with all it holds. Raises ResourceNotFoundError."""
        self._checked(kwargs, _errors.path_not_found, writes=True)
        if not self._path:
            raise _errors.managed_folder("deleted")
        place = self._place()
        with _errors.local_files(self._path):
            self._folder.history.remove(place)
            self._folder.sidecars.forget(self._path)
        self._folder.appended.forget(place)

    @options(*_CONDITIONS)
    def delete_sub_directory(self, sub_directory, **kwargs):
        """Removes a folder in this one and returns its client."""
        client = self.get_sub_directory_client(sub_directory)
        DataLakeDirectoryClient.delete_directory(client, **kwargs)
        return client

    @options(*_CONDITIONS, "cpk", "upn")
    def get_directory_properties(self, **kwargs):
        """Time of the last change and the like. Raises ResourceNotFoundError."""
        stat = self._checked(kwargs, _errors.path_not_found)
        kept = self._folder.sidecars.read(self._path)
        return _models.DirectoryProperties(name=self.path_name, stat=stat, kept=kept)

    @options(*RENAME_OPTIONS)
    def rename_directory(self, new_name, **kwargs):
        """Moves the folder to ``file system/path`` and returns the client of the new place."""
        return self._move(new_name, kwargs)

    @options("upn", "start_from")
    def get_paths(self, *, recursive=True, max_results=None, **kwargs):
        """What lies in this folder. Raises ResourceNotFoundError at the first entry when there is no such folder."""
        return ItemPaged(*_listing.pages(self._lake, self._path, recursive, max_results))

    def _inside(self, named):
        if isinstance(named, _models.Properties):
            return self._lake.from_service_name(named.name)
        return self._child(named)
