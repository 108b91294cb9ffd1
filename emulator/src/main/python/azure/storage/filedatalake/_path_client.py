"""What file and directory clients have in common."""

import os

from azure.core._options import options
from azure.core.exceptions import ResourceNotFoundError
from azure.storage.filedatalake import _conditions, _errors, _models, _names, _service_address

_CONDITIONS = _conditions.OPTIONS
_SOURCE_CONDITIONS = tuple("source_" + name for name in _CONDITIONS)
RENAME_OPTIONS = (*_CONDITIONS, *_SOURCE_CONDITIONS, "content_settings", "metadata", "permissions", "umask")
_ACCESS_OPTIONS = ("progress_hook", "continuation_token", "batch_size", "max_batches", "continue_on_failure")


class PathClient:
    """A path in the Files of a lakehouse. Making a client touches nothing on disk."""

    def __init__(self, account_url, file_system_name, path_name, credential=None, **kwargs):
        self._lake, self._path = _service_address.resolve(account_url, file_system_name, path_name)

    @classmethod
    def _at(cls, lake, path):
        client = cls.__new__(cls)
        client._lake = lake
        client._path = _names.normal(path)
        return client

    @property
    def account_name(self):
        return self._lake.account_url.partition("://")[2].partition(".")[0]

    @property
    def file_system_name(self):
        return self._lake.file_system

    @property
    def path_name(self):
        """The path in the file system, which holds more than the Files folder."""
        return self._lake.service_name(self._path)

    @property
    def url(self):
        from urllib.parse import quote

        return f"{self._lake.account_url}/{quote(self.file_system_name)}/{quote(self.path_name, safe='~/')}"

    @property
    def primary_endpoint(self):
        return self.url

    @property
    def primary_hostname(self):
        return self._lake.account_url.partition("://")[2]

    @property
    def location_mode(self):
        return "primary"

    @property
    def api_version(self):
        return "2025-05-05"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        """Nothing is held open."""

    @options()
    def exists(self, **kwargs):
        """Whether the path is there."""
        try:
            self._lake.before_call(writes=False)
        except ResourceNotFoundError:
            return False
        return self._folder.stat(self._path) is not None

    @options(*_CONDITIONS, "cpk")
    def set_metadata(self, metadata, **kwargs):
        """Replaces the metadata: texts by name."""
        stat = self._checked(kwargs, _errors.path_not_found, writes=True)
        for name, value in metadata.items():
            if not isinstance(name, str) or not isinstance(value, str):
                raise TypeError("Names and values of metadata must be text.")
        kept = self._folder.sidecars.read(self._path)
        self._keep({**kept, "metadata": dict(metadata)})
        return _models.changed(stat)

    @options(*_CONDITIONS)
    def set_http_headers(self, content_settings=None, **kwargs):
        """Replaces the content settings."""
        stat = self._checked(kwargs, _errors.path_not_found, writes=True)
        kept = self._folder.sidecars.read(self._path)
        self._keep({**kept, "content_settings": _settings(content_settings)})
        return _models.changed(stat)

    @options(*_CONDITIONS)
    def get_access_control(self, upn=None, **kwargs):
        """Owner, group and permissions, which are always the same: OneLake manages access in Fabric."""
        self._checked(kwargs, _errors.path_not_found)
        owner = "$superuser"
        return {"owner": owner, "group": owner, "permissions": "rwxr-x---", "acl": "user::rwx,group::r-x,other::---"}

    @options(*_CONDITIONS)
    def set_access_control(self, owner=None, group=None, permissions=None, acl=None, **kwargs):
        """Refused: OneLake manages access in Fabric."""
        raise _errors.not_supported("access control lists")

    @options(*_ACCESS_OPTIONS)
    def set_access_control_recursive(self, acl, **kwargs):
        """Refused: OneLake manages access in Fabric."""
        raise _errors.not_supported("access control lists")

    @options(*_ACCESS_OPTIONS)
    def update_access_control_recursive(self, acl, **kwargs):
        """Refused: OneLake manages access in Fabric."""
        raise _errors.not_supported("access control lists")

    @options(*_ACCESS_OPTIONS)
    def remove_access_control_recursive(self, acl, **kwargs):
        """Refused: OneLake manages access in Fabric."""
        raise _errors.not_supported("access control lists")

    @options("if_modified_since", "if_unmodified_since", "etag", "match_condition")
    def acquire_lease(self, lease_duration=-1, lease_id=None, **kwargs):
        """Refused: OneLake has no leases for storage clients."""
        raise _errors.not_supported("leases")

    @property
    def _folder(self):
        return self._lake.folder

    def _place(self):
        return self._folder.local(self._path)

    def _child(self, name):
        inner = _names.normal(name)
        return f"{self._path}/{inner}" if self._path else inner

    def _stat(self, missing):
        stat = self._folder.stat(self._path)
        if stat is None:
            raise self._lake.told(missing(), self._path)
        return stat

    def _checked(self, given, missing, writes=False):
        """The facts about an existing path that meets the conditions given."""
        self._lake.before_call(writes)
        stat = self._stat(missing)
        _conditions.check(stat, given, reading=not writes)
        return stat

    def _keep(self, facts):
        with _errors.local_files(self._path):
            self._folder.sidecars.write(self._path, facts, os.path.isdir(self._place()))

    def _keep_new(self, given, metadata=None, content_settings=None):
        """Keeps what was said when the path was made; what an earlier one of that name had is gone."""
        self._keep({
            "metadata": dict(metadata or given.get("metadata") or {}),
            "content_settings": _settings(content_settings or given.get("content_settings")),
        })

    def _move(self, new_name, given):
        self._lake.before_call(writes=True)
        target = self._lake.from_rename_target(new_name)
        if not self._path or not target:
            raise _errors.managed_folder("renamed")
        _conditions.check(self._stat(_errors.source_not_found), given, prefix="source_")
        _conditions.check(self._folder.stat(target), given)
        other = self._folder.other_case(target)
        if other is not None and other != self._path:
            raise _errors.case_conflict(target, other)
        place, new_place = self._place(), self._folder.local(target)
        if not os.path.isdir(os.path.dirname(new_place)):
            raise self._lake.told(_errors.rename_parent_not_found(), target.rpartition("/")[0])
        if f"{target}/".startswith(f"{self._path}/") and target != self._path:
            raise _errors.invalid_path(target, "lies in the folder that shall be moved there")
        with _errors.local_files(target):
            if target != self._path and os.path.exists(new_place):
                self._make_way(place, new_place)
            self._folder.history.move(place, new_place)
        self._folder.appended.forget(place)
        if target != self._path:
            self._folder.sidecars.move(self._path, target)
        return type(self)._at(self._lake, target)

    def _make_way(self, place, new_place):
        """A file can take the place of a file, a folder that of an empty folder. Raises ResourceExistsError else."""
        if os.path.isdir(place) != os.path.isdir(new_place):
            raise _errors.path_conflict()
        if os.path.isdir(new_place):
            if os.listdir(new_place):
                raise _errors.path_conflict()
            self._folder.history.remove(new_place)


def _settings(content_settings):
    if content_settings is None:
        return {}
    names = ("content_type", "content_encoding", "content_language", "content_disposition", "cache_control")
    settings = {name: getattr(content_settings, name, None) for name in names}
    md5 = getattr(content_settings, "content_md5", None)
    return {name: value for name, value in settings.items() if value is not None} | (
        {"content_md5": list(md5)} if md5 else {}
    )
