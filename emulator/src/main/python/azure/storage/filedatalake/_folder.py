"""The local folder that stands in for the Files of a lakehouse. No path leads out of it."""

import operator
import os
import stat as facts
import threading

from azure.storage.filedatalake import _errors, _names
from azure.storage.filedatalake._appended import Appended
from azure.storage.filedatalake._sidecar import Sidecars
from azure.storage.filedatalake._writer import TEMPORARY_PREFIX

_ON_WINDOWS = os.name == "nt"


class Folder:
    """Maps paths of the service, relative to Files, to local ones."""

    def __init__(self, root, history):
        self._root = os.path.realpath(root)
        self._tells_case = _tells_case(self._root)
        self.history = history
        self.sidecars = Sidecars(os.path.join(os.path.dirname(root), "Properties"), history)
        self.appended = _appended_at(os.path.join(os.path.dirname(root), ".pending"))

    def local(self, path):
        """The local file or folder of a normal path. Raises HttpResponseError (400) when a link leads out of Files."""
        place = self._root
        for part in path.split("/") if path else ():
            place = self._inside(place, part)
        if not self._holds(place):
            raise _errors.invalid_path(path, "is a link that leads out of the Files folder of the lakehouse")
        return place

    def _holds(self, place):
        """Whether a local path, with all links followed, lies in Files."""
        real = os.path.realpath(place)
        return real == self._root or real.startswith(self._root.rstrip(os.sep) + os.sep)

    def _inside(self, place, part):
        as_is = os.path.join(place, part)
        # A file that somebody put there may have a name that Bobbin would write differently.
        if "%" in part and _names.service_name(part) == part and os.path.lexists(as_is):
            return as_is
        return os.path.join(place, _names.local_name(part))

    def stat(self, path):
        """Facts about the file or folder, or None when there is none of that very name."""
        try:
            stat = os.stat(self.local(path))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise _errors.from_os_error(error, path) from error
        return stat if self._tells_case or self.other_case(path) is None else None

    def other_case(self, path):
        """The existing path that differs from this one in case only, on a platform that cannot hold both."""
        if self._tells_case or not path:
            return None
        found = []
        for part in path.split("/"):
            folder = self.local("/".join(found))
            names = [_names.service_name(name) for name in os.listdir(folder)] if os.path.isdir(folder) else []
            same = part if part in names else next((name for name in names if name.lower() == part.lower()), part)
            found.append(same)
        other = "/".join(found)
        return None if other == path else other

    def make_room(self, path):
        """Makes the folders above a path."""
        other = self.other_case(path)
        if other is not None:
            raise _errors.case_conflict(path, other)
        with _errors.local_files(path):
            self.history.make_folders(os.path.dirname(self.local(path)))

    def entries(self, path, recursive):
        """Yields path and facts of what lies in a folder, folders before what they hold, names in order.

        Reads one folder at a time. Leaves out links that lead out of Files. Raises ResourceNotFoundError at the first
        entry when there is no such folder.
        """
        if path and self.stat(path) is None or not os.path.isdir(self.local(path)):
            raise _errors.path_not_found()
        yield from self._below(path, self.local(path), recursive)

    def _below(self, path, place, recursive):
        prefix = f"{path}/" if path else ""
        for name, entry in _sorted_entries(place):
            try:
                link = entry.is_symlink() or _ON_WINDOWS and _is_link(entry)
                # What is no link lies where its folder does. On Windows an entry does not know its file's number.
                if link and not self._holds(entry.path):
                    continue
                stat = os.stat(entry.path) if _ON_WINDOWS else entry.stat()
                is_directory = entry.is_dir()
            except OSError:  # gone since, or a link that leads nowhere
                continue
            yield prefix + name, stat, is_directory
            if recursive and is_directory and not (link and _leads_up(entry)):
                yield from self._below(prefix + name, entry.path, recursive)


def _tells_case(place):
    """Whether the disk of a folder tells upper from lower case. Those of the folders above it may do otherwise."""
    above, name = os.path.split(place)
    return not os.path.exists(os.path.join(above, name.swapcase()))


def _sorted_entries(place):
    """Name in the service and local entry of all that lies in a local folder, in the order of their names."""
    try:
        with os.scandir(place) as found:
            named = [(_names.service_name(entry.name), entry) for entry in found
                     if not entry.name.startswith(TEMPORARY_PREFIX)]
    except OSError:  # gone since
        return []
    named.sort(key=operator.itemgetter(0))
    return named


def _is_link(entry):
    """True for what Windows has like symbolic links."""
    return bool(entry.stat(follow_symlinks=False).st_file_attributes & facts.FILE_ATTRIBUTE_REPARSE_POINT)


def _leads_up(link):
    """True for a link to a folder above it."""
    above = os.path.realpath(os.path.dirname(link.path))
    return (above + os.sep).startswith(os.path.realpath(link.path) + os.sep)


_appended = {}
_appended_lock = threading.Lock()


def _appended_at(folder):
    """The appended bytes that lie in a local folder, the same for all clients."""
    with _appended_lock:
        if folder not in _appended:
            _appended[folder] = Appended(folder)
        return _appended[folder]
