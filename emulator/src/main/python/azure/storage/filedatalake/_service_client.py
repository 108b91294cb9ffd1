"""OneLake addressed directly: the account, a workspace in it, and the lakehouses the function is connected to."""

from azure.core._options import options
from azure.storage.filedatalake import _errors, _models, _service_address
from azure.storage.filedatalake._directory_client import DataLakeDirectoryClient
from azure.storage.filedatalake._file_client import DataLakeFileClient


class _AccountClient:
    def __init__(self, account_url, credential=None, **kwargs):
        self._account_url = account_url.rstrip("/")
        self.credential = credential

    @property
    def account_name(self):
        return self._account_url.partition("://")[2].partition(".")[0]

    @property
    def url(self):
        return self._account_url + "/"

    @property
    def primary_endpoint(self):
        return self.url

    @property
    def primary_hostname(self):
        return self._account_url.partition("://")[2]

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        """Nothing is held open."""


class FileSystemClient(_AccountClient):
    """A workspace. Only its connected lakehouses are there; a workspace itself cannot be changed through storage."""

    _directory_client_class = DataLakeDirectoryClient
    _file_client_class = DataLakeFileClient

    def __init__(self, account_url, file_system_name, credential=None, **kwargs):
        super().__init__(account_url, credential, **kwargs)
        self.file_system_name = file_system_name

    def get_directory_client(self, directory):
        """The client of a folder, by its path in the workspace: ``lakehouse/Files/…``."""
        return self._directory_client_class._at(*self._resolved(directory))

    def get_file_client(self, file_path):
        """The client of a file, by its path in the workspace: ``lakehouse/Files/…``."""
        return self._file_client_class._at(*self._resolved(file_path))

    @options("upn", "start_from")
    def get_paths(self, path=None, recursive=True, max_results=None, **kwargs):
        """What lies in a folder of a lakehouse; ``path`` must name one."""
        if not path:
            raise _errors.not_stood_in_for("listing a whole workspace")
        directory = DataLakeDirectoryClient._at(*self._resolved(path))
        return directory.get_paths(recursive=recursive, max_results=max_results)

    @options()
    def exists(self, **kwargs):
        return True

    @options("lease")
    def get_file_system_properties(self, **kwargs):
        return _models.FileSystemProperties(name=self.file_system_name)

    def create_directory(self, directory, metadata=None, **kwargs):
        """Makes a folder and returns its client."""
        client = self.get_directory_client(directory)
        DataLakeDirectoryClient.create_directory(client, metadata, **kwargs)
        return client

    def delete_directory(self, directory, **kwargs):
        """Removes a folder and returns its client."""
        client = self.get_directory_client(directory)
        DataLakeDirectoryClient.delete_directory(client, **kwargs)
        return client

    def create_file(self, file, **kwargs):
        """Makes an empty file and returns its client."""
        client = self.get_file_client(file)
        DataLakeFileClient.create_file(client, **kwargs)
        return client

    def delete_file(self, file, **kwargs):
        """Removes a file and returns its client."""
        client = self.get_file_client(file)
        DataLakeFileClient.delete_file(client, **kwargs)
        return client

    def create_file_system(self, metadata=None, public_access=None, **kwargs):
        """Refused: workspaces are made in Fabric."""
        raise _errors.managed_folder("created")

    def delete_file_system(self, **kwargs):
        """Refused: workspaces are deleted in Fabric."""
        raise _errors.managed_folder("deleted")

    def acquire_lease(self, lease_duration=-1, lease_id=None, **kwargs):
        """Refused: OneLake has no leases for storage clients."""
        raise _errors.not_supported("leases")

    def _resolved(self, path):
        name = path.name if isinstance(path, _models.Properties) else path
        return _service_address.resolve(self._account_url, self.file_system_name, name)


class DataLakeServiceClient(_AccountClient):
    """The account."""

    _file_system_client_class = FileSystemClient

    def get_file_system_client(self, file_system):
        """The client of a workspace."""
        name = file_system.name if isinstance(file_system, _models.Properties) else file_system
        return self._file_system_client_class(self._account_url, name, self.credential)

    def get_directory_client(self, file_system, directory):
        """The client of a folder: ``lakehouse/Files/…`` in a workspace."""
        return self.get_file_system_client(file_system).get_directory_client(directory)

    def get_file_client(self, file_system, file_path):
        """The client of a file: ``lakehouse/Files/…`` in a workspace."""
        return self.get_file_system_client(file_system).get_file_client(file_path)

    def list_file_systems(self, name_starts_with=None, include_metadata=None, **kwargs):
        """Refused: OneLake lists no workspaces through storage clients."""
        raise _errors.not_stood_in_for("listing workspaces")

    def create_file_system(self, file_system, metadata=None, public_access=None, **kwargs):
        """Refused: workspaces are made in Fabric."""
        raise _errors.managed_folder("created")

    def delete_file_system(self, file_system, **kwargs):
        """Refused: workspaces are deleted in Fabric."""
        raise _errors.managed_folder("deleted")
