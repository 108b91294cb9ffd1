"""Bytes that were appended to files but not flushed yet. The service keeps them; clients do not."""

import itertools
import os
import threading
import time

from azure.storage.filedatalake import _errors, _history, _writer

_KEPT_SECONDS = 24 * 60 * 60


class Appended:
    """The unflushed bytes of each file, in files of a folder beside Files, where no export or snapshot takes them.

    Those that an engine has left behind are removed a day later.
    """

    def __init__(self, folder):
        self._folder = folder
        self._numbers = itertools.count(1)
        self._by_place = {}
        self._remove_old()
        self._lock = threading.Lock()

    def add(self, place, path, offset, pieces):
        """Takes bytes for a position; returns their number."""
        with self._lock:
            pending = self._by_place.get(place)
            if pending is None:
                temporary = os.path.join(self._folder, f"{os.getpid()}-{next(self._numbers)}")
                pending = self._by_place[place] = _Pending(place, temporary)
        with pending.lock, _errors.local_files(path):
            return pending.add(offset, pieces)

    def flush(self, place, path, length, retain, history):
        """Makes the bytes count; ``length`` is that of the file afterwards. Raises HttpResponseError (400)."""
        pending = self._by_place.get(place)
        with _errors.local_files(path):
            size = os.path.getsize(place)
        if pending is None:
            if length != size:
                raise _errors.invalid_flush_position()
            return
        with pending.lock:
            if pending.contiguous_from(size) < length or length < size:
                raise _errors.invalid_flush_position()
            with _errors.local_files(path):
                history.before_put(place)
                pending.flush(size, length)
        if not retain:
            self.forget(place)

    def forget(self, place):
        """Drops what was appended to a file, or to those in a folder, and not flushed."""
        for other in [other for other in list(self._by_place) if other == place or other.startswith(place + os.sep)]:
            pending = self._by_place.pop(other, None)
            if pending is not None:
                pending.drop()

    def _remove_old(self):
        try:
            with os.scandir(self._folder) as found:
                for entry in found:
                    if entry.stat().st_mtime < time.time() - _KEPT_SECONDS:
                        os.remove(entry.path)
        except OSError:
            pass  # there are none, or somebody else has removed them


class _Pending:
    def __init__(self, place, temporary):
        self.lock = threading.Lock()
        self._place = place
        self._temporary = temporary
        self._base = os.path.getsize(place)
        self._ranges = []

    def add(self, offset, pieces):
        added = 0
        at = offset - self._base
        if at < 0:
            return sum(len(piece) for piece in pieces)  # before the file's end: the flush will refuse it
        os.makedirs(os.path.dirname(self._temporary), exist_ok=True)
        try:
            with open(self._temporary, "r+b" if os.path.exists(self._temporary) else "w+b") as file:
                file.seek(at)
                for piece in pieces:
                    file.write(piece)
                    added += len(piece)
        except OSError:
            self._forget_what_did_not_fit()
            raise
        self._ranges.append((offset, offset + added))
        return added

    def _forget_what_did_not_fit(self):
        if self._ranges:
            os.truncate(self._temporary, max(end for _, end in self._ranges) - self._base)
        else:
            self.drop()

    def contiguous_from(self, start):
        """How far bytes are there without a gap."""
        end = start
        for first, last in sorted(self._ranges):
            if first > end:
                break
            end = max(end, last)
        return end

    def flush(self, size, length):
        if self._base == 0 and size == 0:
            with open(self._temporary, "r+b") as file:
                file.truncate(length)
            _history.move(self._temporary, self._place)
            self._remove_empty_folder()
            return
        if os.stat(self._place).st_nlink == 1:
            self._grow(size, length)
            return
        import shutil

        whole = _writer.temporary_beside(self._place)
        try:
            shutil.copyfile(self._place, whole)
            with open(whole, "r+b") as file:
                file.seek(size)
                self._copy_to(file, size, length)
            os.replace(whole, self._place)
        finally:
            if os.path.exists(whole):
                os.remove(whole)

    def _grow(self, size, length):
        """Adds to the file in place: no history or snapshot has it under a second name."""
        try:
            with open(self._place, "r+b") as file:
                file.seek(size)
                self._copy_to(file, size, length)
        except OSError:
            os.truncate(self._place, size)
            raise

    def _copy_to(self, file, start, end):
        with open(self._temporary, "rb") as source:
            source.seek(start - self._base)
            left = end - start
            while left > 0:
                piece = source.read(min(left, 1024 * 1024))
                file.write(piece)
                left -= len(piece)

    def drop(self):
        if os.path.exists(self._temporary):
            os.remove(self._temporary)
        self._remove_empty_folder()

    def _remove_empty_folder(self):
        try:
            os.rmdir(os.path.dirname(self._temporary))
        except OSError:
            pass  # others have bytes in it, or somebody else has removed it
