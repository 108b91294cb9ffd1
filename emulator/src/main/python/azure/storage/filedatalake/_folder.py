"""The local folder that stands in for the Files of a lakehouse. No path leads out of it."""

import os
import itertools

from azure.storage.filedatalake import _errors

_TEMPORARY_PREFIX = ".~bobbin-"
_FORBIDDEN_ON_WINDOWS = frozenset('<>:"|?*')
_temporary_numbers = itertools.count(1)


class Folder:
    """Maps paths of the service, relative to Files, to local ones and changes files whole."""

    def __init__(self, root, url):
        self._root = os.path.realpath(root)
        parts = [part for part in url.partition("://")[2].split("/") if part]
        self.account_url = f"https://{parts[0]}" if parts else "https://onelake.dfs.fabric.microsoft.com"
        self.file_system = parts[1] if len(parts) > 1 else "workspace"
        self.prefix = "/".join(parts[2:]) or "lakehouse/Files"
        # Bytes appended but not flushed yet, by path and offset: the service keeps them, not a client.
        self.uncommitted = {}

    def normal(self, path):
        """The path without leading slash and dots. Raises HttpResponseError (400) when it leaves Files."""
        parts = []
        for part in str(path).replace("\\", "/").split("/"):
            if part == "..":
                if not parts:
                    raise _errors.invalid_path(path, "leads out of the Files folder of the lakehouse")
                parts.pop()
            elif part not in ("", "."):
                self._check_name(part, path)
                parts.append(part)
        return "/".join(parts)

    def local(self, path):
        """The local file or folder of a normal path. Raises HttpResponseError (400) when a link leads out of Files."""
        place = os.path.join(self._root, *path.split("/")) if path else self._root
        real = os.path.realpath(place)
        if real != self._root and not real.startswith(self._root.rstrip(os.sep) + os.sep):
            raise _errors.invalid_path(path, "is a link that leads out of the Files folder of the lakehouse")
        return place

    def service_name(self, path):
        """The name the service has for a normal path: that in its file system."""
        return f"{self.prefix}/{path}" if path else self.prefix

    def from_service_name(self, name):
        """The normal path for ``file system/path``, the form in which a rename names its target."""
        path = str(name).strip("/").partition("/")[2]
        if path == self.prefix or path.startswith(self.prefix + "/"):
            path = path[len(self.prefix) :]
        return self.normal(path)

    def write(self, path, pieces, replace):
        """Writes a file under a temporary name, then moves it: nobody sees half a file.

        Raises ResourceExistsError when it is there and shall not be replaced.
        """
        place = self.local(path)
        if os.path.isdir(place):
            raise _errors.path_conflict()
        if not replace and os.path.exists(place):
            raise _errors.path_exists()
        with _errors.local_files(path):
            folder = os.path.dirname(place)
            os.makedirs(folder, exist_ok=True)
            temporary = os.path.join(folder, f"{_TEMPORARY_PREFIX}{os.getpid()}-{next(_temporary_numbers)}")
            try:
                with open(temporary, "wb") as file:
                    for piece in pieces:
                        file.write(piece)
                os.replace(temporary, place)
            except BaseException:
                if os.path.exists(temporary):
                    os.remove(temporary)
                raise
        self.uncommitted.pop(path, None)

    def entries(self, path, recursive):
        """Normal paths of what lies in a folder, sorted as the service sorts. Raises ResourceNotFoundError."""
        place = self.local(path)
        if not os.path.isdir(place):
            raise _errors.path_not_found()
        found = []
        waiting = [path]
        while waiting:
            folder = waiting.pop()
            for name in os.listdir(self.local(folder)):
                if name.startswith(_TEMPORARY_PREFIX):
                    continue
                entry = f"{folder}/{name}" if folder else name
                if not self._is_inside(entry):
                    continue
                found.append(entry)
                if recursive and os.path.isdir(self.local(entry)):
                    waiting.append(entry)
        return sorted(found)

    def _is_inside(self, path):
        try:
            return os.path.exists(self.local(path))
        except _errors.HttpResponseError:
            return False

    def _check_name(self, name, path):
        if "\0" in name or os.name == "nt" and not _FORBIDDEN_ON_WINDOWS.isdisjoint(name):
            raise _errors.invalid_path(path, "has a character that no file name may have here")


_folders = {}


def folder_at(root, url):
    """The one Folder of a local folder, so that all clients of it see the same uncommitted data."""
    key = (root, url)
    return _folders.setdefault(key, Folder(root, url))
