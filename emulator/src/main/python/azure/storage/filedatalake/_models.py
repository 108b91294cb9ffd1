"""What the clients tell about files and folders."""

import datetime
import functools
import os
import stat as facts

FOLDER_MARK = {"hdi_isfolder": "true"}
_KNOWS_BIRTH = hasattr(os.stat_result, "st_birthtime")


class Properties:
    """Attributes that can also be read like a dict, as the models of the package can."""

    def __getitem__(self, key):
        try:
            return self.__dict__[key]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        self.__dict__[key] = value

    def __delitem__(self, key):
        self.__dict__[key] = None

    def __contains__(self, key):
        return key in self.__dict__

    def has_key(self, key):
        return key in self.__dict__

    def __len__(self):
        return len(self.keys())

    def __eq__(self, other):
        return isinstance(other, type(self)) and self.__dict__ == other.__dict__

    def __repr__(self):
        return str(self.__dict__)

    def __str__(self):
        return str({name: value for name, value in self.__dict__.items() if value is not None})

    def update(self, *args, **kwargs):
        self.__dict__.update(*args, **kwargs)

    def keys(self):
        return [name for name in self.__dict__ if not name.startswith("_")]

    def values(self):
        return [self.__dict__[name] for name in self.keys()]

    def items(self):
        return [(name, self.__dict__[name]) for name in self.keys()]

    def get(self, key, default=None):
        return self.__dict__.get(key, default)


class ContentSettings(Properties):
    """How the content shall be read."""

    def __init__(self, content_type=None, content_encoding=None, content_language=None, content_disposition=None,
                 cache_control=None, content_md5=None, **kwargs):
        self.content_type = content_type
        self.content_encoding = content_encoding
        self.content_language = content_language
        self.content_disposition = content_disposition
        self.cache_control = cache_control
        self.content_md5 = content_md5


class LeaseProperties(Properties):
    """The lease of a path: there never is one."""

    def __init__(self):
        self.status = "unlocked"
        self.state = "available"
        self.duration = None


class PathProperties(Properties):
    """An entry of a listing."""

    def __init__(self, *, name=None, stat=None, is_directory=False):
        self.name = name
        self.owner = self.group = "$superuser"
        self.permissions = "rwxr-x---" if is_directory else "rw-r-----"
        self.last_modified = modified(stat)
        self.is_directory = is_directory
        self.etag = etag(stat)
        self.content_length = 0 if is_directory else stat.st_size
        self.creation_time = created(stat)
        self.expiry_time = None
        self.encryption_scope = None
        self.encryption_context = None


class FileProperties(Properties):
    """Details of a file."""

    def __init__(self, *, name=None, stat=None, kept=None):
        is_folder = facts.S_ISDIR(stat.st_mode)
        _describe(self, name, stat, kept)
        if is_folder:
            self.metadata = {**FOLDER_MARK, **self.metadata}
        self.size = 0 if is_folder else stat.st_size
        self.expiry_time = None
        settings = (kept or {}).get("content_settings") or {"content_type": "application/octet-stream"}
        self.content_settings = ContentSettings(**settings)


class DirectoryProperties(Properties):
    """Details of a folder."""

    def __init__(self, *, name=None, stat=None, kept=None):
        _describe(self, name, stat, kept)
        self.metadata = {**FOLDER_MARK, **self.metadata}


class FileSystemProperties(Properties):
    """Details of a workspace, which is what a file system is in OneLake."""

    def __init__(self, *, name=None):
        self.name = name
        self.last_modified = None
        self.etag = None
        self.lease = LeaseProperties()
        self.public_access = None
        self.has_immutability_policy = False
        self.has_legal_hold = False
        self.metadata = {}
        self.deleted = False
        self.default_encryption_scope = None
        self.encryption_scope_override_prevented = None


def _describe(properties, name, stat, kept):
    properties.name = name
    properties.owner = properties.group = "$superuser"
    properties.permissions = properties.acl = None
    properties.etag = etag(stat)
    properties.last_modified = modified(stat)
    properties.creation_time = created(stat)
    properties.lease = LeaseProperties()
    properties.metadata = dict((kept or {}).get("metadata") or {})
    properties.deleted = False
    properties.deleted_time = None
    properties.deletion_id = None
    properties.remaining_retention_days = None
    properties.server_encrypted = True
    properties.encryption_scope = None
    properties.encryption_context = None


def etag(stat):
    """A text that changes with every change of the file. Every write makes a new local file, hence its number."""
    return f'"0x{stat.st_mtime_ns:X}{stat.st_size:X}{stat.st_ino & 0xFFFFFF:X}"'


def modified(stat):
    return _moment(int(stat.st_mtime))


def created(stat):
    born, written = stat.st_birthtime if _KNOWS_BIRTH else stat.st_ctime, stat.st_mtime
    return _moment(int(born if born < written else written))


@functools.lru_cache(maxsize=1000)
def _moment(seconds):
    """Of a long listing many files are of the same second."""
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)


def changed(stat):
    """What the service answers to a change of a file or folder."""
    return {
        "date": datetime.datetime.now(datetime.timezone.utc),
        "etag": etag(stat),
        "last_modified": modified(stat),
        "request_id": "00000000-0000-0000-0000-000000000000",
        "version": "2025-05-05",
    }
