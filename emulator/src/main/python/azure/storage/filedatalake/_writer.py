"""Files that are written whole: under a temporary name first, so that nobody ever sees half a file."""

import itertools
import os

from azure.storage.filedatalake import _errors, _system_copy

TEMPORARY_PREFIX = ".~bobbin-"
_numbers = itertools.count(1)


class Writer:
    """Takes the pieces of one file. ``keep`` makes it appear, ``drop`` leaves everything as it was."""

    def __init__(self, folder, path):
        self._folder = folder
        self._path = path
        self._place = folder.local(path)
        if os.path.isdir(self._place):
            raise _errors.path_conflict()
        folder.make_room(path)
        self._temporary = temporary_beside(self._place)
        with _errors.local_files(path):
            self._file = open(self._temporary, "wb")
        self.size = 0

    def write(self, piece):
        with _errors.local_files(self._path):
            self._file.write(piece)
        self.size += len(piece)

    def copy(self, stream, count):
        """Takes at most that many bytes of a file that somebody has open; returns how many, perhaps none."""
        with _errors.local_files(self._path):
            copied = _system_copy.copy(stream, self._file, count)
        self.size += copied
        return copied

    def keep(self, replace=True):
        """Moves the file to its place. Raises ResourceExistsError when one is there and shall not be replaced."""
        with _errors.local_files(self._path):
            self._file.close()
            self._folder.history.before_put(self._place)
        move(self._temporary, self._place, self._path, replace)
        self._folder.appended.forget(self._place)

    def drop(self):
        try:
            self._file.close()
        except OSError:
            pass  # what the disk has no room for is not wanted any more
        if os.path.exists(self._temporary):
            os.remove(self._temporary)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.drop()


def temporary_beside(place):
    """A name in the same folder, so that a move is a rename."""
    return os.path.join(os.path.dirname(place), f"{TEMPORARY_PREFIX}{os.getpid()}-{next(_numbers)}")


def move(temporary, place, path, replace):
    """Moves a finished file to its place. Raises ResourceExistsError when the name is taken and shall stay so."""
    with _errors.local_files(path):
        if not replace:
            _take_name(place)
        try:
            os.replace(temporary, place)
        except BaseException:
            if not replace:
                os.remove(place)
            raise


def _take_name(place):
    """Makes sure that of two runs that make the same file at once one only succeeds."""
    try:
        os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        raise _errors.path_exists() from None
