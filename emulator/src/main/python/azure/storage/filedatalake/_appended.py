"""Bytes that were appended to files but not flushed yet. The service keeps them; clients do not."""

import os
import threading

from azure.storage.filedatalake import _errors, _writer


class Appended:
    """The unflushed bytes of each file, in a temporary file beside it."""

    def __init__(self):
        self._by_place = {}
        self._lock = threading.Lock()

    def add(self, place, path, offset, pieces):
        """Takes bytes for a position; returns their number."""
        with self._lock:
            pending = self._by_place.get(place)
            if pending is None:
                pending = self._by_place[place] = _Pending(place)
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
        """Drops what was appended and not flushed."""
        pending = self._by_place.pop(place, None)
        if pending is not None:
            pending.drop()


class _Pending:
    def __init__(self, place):
        self.lock = threading.Lock()
        self._place = place
        self._temporary = _writer.temporary_beside(place)
        self._base = os.path.getsize(place)
        self._ranges = []

    def add(self, offset, pieces):
        added = 0
        at = offset - self._base
        if at < 0:
            return sum(len(piece) for piece in pieces)  # before the file's end: the flush will refuse it
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
            os.replace(self._temporary, self._place)
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
