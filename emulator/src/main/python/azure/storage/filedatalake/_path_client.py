"""What file and directory clients have in common."""

import os

from azure.storage.filedatalake import _errors
from azure.storage.filedatalake._folder import folder_at


class PathClient:
    """A path in the Files of a lakehouse. Making a client touches nothing on disk."""

    def __init__(self, account_url=None, *args, **kwargs):
        raise NotImplementedError(
            "Bobbin does not stand in for storage accounts that are addressed directly yet. Connect the lakehouse and "
            "use its connectToFiles()."
        )

    @classmethod
    def _rooted_at(cls, root, url):
        """The client of the Files folder itself; ``root`` is the local folder, ``url`` the service's address."""
        return cls._at(folder_at(root, url), "")

    @classmethod
    def _at(cls, folder, path):
        client = cls.__new__(cls)
        client._folder = folder
        client._path = folder.normal(path)
        return client

    @property
    def account_name(self):
        return self._folder.account_url.partition("://")[2].partition(".")[0]

    @property
    def file_system_name(self):
        return self._folder.file_system

    @property
    def path_name(self):
        """The path in the file system, which holds more than the Files folder."""
        return self._folder.service_name(self._path)

    @property
    def primary_endpoint(self):
        return self.url

    @property
    def url(self):
        return f"{self._folder.account_url}/{self.file_system_name}/{self.path_name}"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        """Nothing is held open."""

    def exists(self, **kwargs):
        return os.path.exists(self._place())

    def _place(self):
        return self._folder.local(self._path)

    def _child(self, name):
        inner = self._folder.normal(name)
        return f"{self._path}/{inner}" if self._path else inner

    def _stat(self, missing):
        place = self._place()
        if not os.path.exists(place):
            raise missing()
        with _errors.local_files(self._path):
            return os.stat(place)

    def _move(self, new_name):
        target = self._folder.from_service_name(new_name)
        place, new_place = self._place(), self._folder.local(target)
        if not os.path.exists(place):
            raise _errors.source_not_found()
        if not os.path.isdir(os.path.dirname(new_place)):
            raise _errors.rename_parent_not_found()
        with _errors.local_files(target):
            os.replace(place, new_place)
        return type(self)._at(self._folder, target)
