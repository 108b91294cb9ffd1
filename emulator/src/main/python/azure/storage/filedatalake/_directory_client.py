"""A folder in the Files of a lakehouse."""

import os

from azure.storage.filedatalake import _errors, _models
from azure.storage.filedatalake._file_client import DataLakeFileClient
from azure.storage.filedatalake._path_client import PathClient


class DataLakeDirectoryClient(PathClient):
    """Works on one folder and gives clients for what lies in it. Surface: contract, section 5."""

    _file_client_class = DataLakeFileClient

    def get_file_client(self, file):
        """The client of a file, by its path in this folder or by the properties of a listing."""
        return self._file_client_class._at(self._folder, self._inside(file))

    def get_sub_directory_client(self, sub_directory):
        """The client of a folder, by its path in this folder or by the properties of a listing."""
        return type(self)._at(self._folder, self._inside(sub_directory))

    def create_directory(self, metadata=None, **kwargs):
        """Makes the folder and those above it."""
        place = self._place()
        with _errors.local_files(self._path):
            os.makedirs(place, exist_ok=True)
        return _models.changed(place)

    def create_sub_directory(self, sub_directory, metadata=None, **kwargs):
        """Makes a folder in this one and returns its client."""
        client = self.get_sub_directory_client(sub_directory)
        DataLakeDirectoryClient.create_directory(client)
        return client

    def create_file(self, file, **kwargs):
        """Makes an empty file in this folder and returns its client."""
        client = self.get_file_client(file)
        DataLakeFileClient.create_file(client)
        return client

    def delete_directory(self, **kwargs):
        """Removes the folder with all it holds. Raises ResourceNotFoundError."""
        import shutil

        self._stat(_errors.path_not_found)
        with _errors.local_files(self._path):
            shutil.rmtree(self._place())

    def delete_sub_directory(self, sub_directory, **kwargs):
        """Removes a folder in this one and returns its client."""
        client = self.get_sub_directory_client(sub_directory)
        DataLakeDirectoryClient.delete_directory(client)
        return client

    def get_directory_properties(self, **kwargs):
        """Time of the last change and the like. Raises ResourceNotFoundError."""
        return _models.DirectoryProperties(self.path_name, self._stat(_errors.path_not_found))

    def rename_directory(self, new_name, **kwargs):
        """Moves the folder to ``file system/path`` and returns the client of the new place."""
        return self._move(new_name)

    def get_paths(self, *, recursive=True, max_results=None, **kwargs):
        """What lies in this folder. Raises ResourceNotFoundError at the first entry when there is no such folder."""
        return _models.ItemPaged(lambda: self._listing(recursive), max_results)

    def _listing(self, recursive):
        for path in self._folder.entries(self._path, recursive):
            place = self._folder.local(path)
            with _errors.local_files(path):
                stat = os.stat(place)
            yield _models.PathProperties(self._folder.service_name(path), stat, os.path.isdir(place))

    def _inside(self, named):
        if isinstance(named, _models.Properties):
            return self._folder.from_service_name(f"{self.file_system_name}/{named.name}")
        return self._child(named)
