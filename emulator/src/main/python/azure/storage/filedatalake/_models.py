"""What the clients tell about files and folders."""

import datetime
import os


class Properties:
    """Attributes that can also be read like a dict, as the models of the package can."""

    def __getitem__(self, key):
        try:
            return self.__dict__[key]
        except KeyError:
            raise KeyError(key) from None

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        return str(self.__dict__)

    def keys(self):
        return list(self.__dict__)

    def values(self):
        return list(self.__dict__.values())

    def items(self):
        return list(self.__dict__.items())

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


class PathProperties(Properties):
    """An entry of a listing."""

    def __init__(self, name, stat, is_directory):
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


class FileProperties(Properties):
    """Details of a file."""

    def __init__(self, name, stat):
        self.name = name
        self.size = stat.st_size
        self.etag = etag(stat)
        self.last_modified = modified(stat)
        self.creation_time = created(stat)
        self.content_settings = ContentSettings(content_type="application/octet-stream")
        self.metadata = {}
        self.deleted = False
        self.deleted_time = None
        self.expiry_time = None
        self.remaining_retention_days = None


class DirectoryProperties(Properties):
    """Details of a folder."""

    def __init__(self, name, stat):
        self.name = name
        self.etag = etag(stat)
        self.last_modified = modified(stat)
        self.creation_time = created(stat)
        self.metadata = {"hdi_isfolder": "true"}
        self.deleted = False
        self.deleted_time = None
        self.remaining_retention_days = None


def etag(stat):
    """A text that changes with every change of the file."""
    return f'"0x{stat.st_mtime_ns:X}{stat.st_size:X}"'


def modified(stat):
    return datetime.datetime.fromtimestamp(int(stat.st_mtime), datetime.timezone.utc)


def created(stat):
    return datetime.datetime.fromtimestamp(int(stat.st_ctime), datetime.timezone.utc)


def changed(place):
    """What the service answers to a change of a file or folder."""
    stat = os.stat(place)
    return {"etag": etag(stat), "last_modified": modified(stat), "request_id": None, "version": None}


class ItemPaged:
    """An iterator over a listing, which is made when it is first asked for an entry."""

    def __init__(self, make, page_size=None):
        self._make = make
        self._page_size = page_size
        self._entries = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._entries is None:
            self._entries = iter(self._make())
        return next(self._entries)

    def by_page(self, continuation_token=None):
        """The entries in pages of ``max_results``."""
        page = []
        for entry in self:
            page.append(entry)
            if len(page) == self._page_size:
                yield iter(page)
                page = []
        if page:
            yield iter(page)
