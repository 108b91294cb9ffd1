"""A connected lakehouse as one function sees it: its folder, its addresses, and what shall go wrong with it."""

from azure.core.exceptions import ResourceNotFoundError
from azure.storage.filedatalake import _errors, _names
from azure.storage.filedatalake._folder import Folder

_ONELAKE = "https://onelake.dfs.fabric.microsoft.com"


class Lake:
    """``folder`` has the files; ``account_url``, ``file_system`` and ``prefix`` make up the addresses of the service."""

    def __init__(self, root, url, history, bad_day=None, name=""):
        parts = [part for part in url.partition("://")[2].split("/") if part]
        self.folder = Folder(root, history)
        self.account_url = f"https://{parts[0]}" if parts else _ONELAKE
        self.file_system = parts[1] if len(parts) > 1 else "workspace"
        self.prefix = "/".join(parts[2:]) or "lakehouse/Files"
        self._bad_day = bad_day
        self._name = name

    def addressed(self, account_url, file_system, prefix):
        """Makes the addresses those by which the caller has found the lakehouse."""
        self.account_url, self.file_system, self.prefix = account_url, file_system, prefix

    def before_call(self, writes):
        """Lets the call go wrong when it shall. Raises HttpResponseError, or ServiceResponseError."""
        if self._bad_day is not None:
            self._bad_day.before_call(writes, _failure)

    def told(self, error, path):
        """The error about a path that is not there; the worker tells the host which one it is."""
        error._bobbin_missing = {"lakehouse": self._name, "path": path}
        return error

    def entries(self, path, recursive):
        """What lies in a folder, as ``Folder.entries`` yields it."""
        try:
            yield from self.folder.entries(path, recursive)
        except ResourceNotFoundError as error:
            raise self.told(error, path)

    def service_name(self, path):
        """The name the service has for a normal path: that in its file system."""
        return f"{self.prefix}/{path}" if path else self.prefix

    def from_service_name(self, name):
        """The normal path for a name in the file system."""
        path = str(name).strip("/")
        if path == self.prefix or path.startswith(self.prefix + "/"):
            path = path[len(self.prefix) :]
        return _names.normal(path)

    def from_rename_target(self, new_name):
        """The normal path for ``file system/path``, the form in which a rename names its target.

        Raises HttpResponseError (400) for a file system alone and ResourceNotFoundError for another one.
        """
        file_system, _, name = str(new_name).strip("/").partition("/")
        form = f"a new name begins with the file system, such as '{self.file_system}/{self.service_name('new.txt')}'"
        if not name:
            raise _errors.invalid_path(new_name, "names no place: " + form)
        if file_system.lower() != self.file_system.lower():
            raise _errors.no_such_file_system(file_system, form)
        return self.from_service_name(name.partition("?")[0])


def _failure(kind):
    """What a storage client raises on a bad day."""
    if kind in ("denied", "read-only"):
        return _errors.permission_denied()
    if kind == "not-found":
        return _errors.path_not_found()
    return _errors.throttled() if kind == "throttled" else _errors.connection_dropped()
