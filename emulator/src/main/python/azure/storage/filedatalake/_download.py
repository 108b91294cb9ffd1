"""A file's content on its way to the caller, read in pieces so that its size does not matter."""

import os

from azure.storage.filedatalake import _errors, _models, _system_copy

_CHUNK_BYTES = 4 * 1024 * 1024
_COPY_BYTES = 1024 * 1024
_SYSTEM_COPY_BYTES = 64 * 1024 * 1024


class StorageStreamDownloader:
    """What ``download_file`` gives: read it whole, in pieces, or into a stream."""

    def __init__(self, source, properties, encoding=None, progress=None):
        self._source = source
        self._stream = _Stream(source, progress)
        self._progress = progress
        self._encoding = encoding
        self._decoder = None
        self.name = properties.name
        self.properties = properties
        self.size = source.size

    def __len__(self):
        return self.size

    def readall(self):
        """What has not been read yet; text when an encoding was asked for, else bytes."""
        return self._read(-1)

    def read(self, size=-1, *, chars=None):
        """At most ``size`` bytes (or ``chars`` characters); an empty value at the end."""
        return self._read(size) if chars is None else self._characters(chars)

    def readinto(self, stream):
        """Writes the rest to a stream; returns the number of bytes."""
        return self._stream.pour(stream)

    def chunks(self):
        """The whole content in pieces of at most 4 MB, whatever was read before."""
        return _Stream(self._source, self._progress).pieces()

    def _read(self, size):
        data = self._stream.take(size)
        return self._text(data) if self._encoding else data

    def _text(self, data):
        if self._decoder is None:
            import codecs

            self._decoder = codecs.getincrementaldecoder(self._encoding)()
        return self._decoder.decode(data, final=self._stream.ended)

    def _characters(self, count):
        if not self._encoding:
            raise ValueError("Must specify encoding to read chars.")
        text = self._text(b"")
        while len(text) < count and not self._stream.ended:
            text += self._text(self._stream.take(1))
        return text


class _Stream:
    """Reads a source from start to end, ahead in chunks."""

    def __init__(self, source, progress):
        self._source = source
        self._progress = progress
        self._position = 0
        self._ahead = memoryview(b"")

    @property
    def ended(self):
        return self._position == self._source.size

    def take(self, size):
        left = self._source.size - self._position
        wanted = left if size is None or size < 0 else min(size, left)
        pieces = []
        missing = wanted
        while missing:
            if self._ahead:
                piece, self._ahead = bytes(self._ahead[:missing]), self._ahead[missing:]
            else:
                piece = self._read(self._position + wanted - missing, missing)
            pieces.append(piece)
            missing -= len(piece)
        self._position += wanted
        if self._progress and wanted:
            self._progress(self._position, self._source.size)
        return b"".join(pieces)

    def _read(self, at, count):
        """At most ``count`` bytes, which are not copied when the file gave no more."""
        data = self._source.read(at, max(count, min(_CHUNK_BYTES, self._source.size - at)))
        self._ahead = memoryview(data)[count:]
        return data if len(data) <= count else data[:count]

    def pour(self, stream):
        """Writes the rest to a stream; returns the number of bytes."""
        start = self._position
        stream.write(self.take(len(self._ahead)))
        for count in self._source.pour(self._position, stream):
            self._position += count
            if self._progress:
                self._progress(self._position, self._source.size)
        return self._position - start

    def pieces(self):
        while piece := self.take(_CHUNK_BYTES):
            yield piece


class Source:
    """The bytes of a file, or of a part of it, as long as the file stays as it was."""

    def __init__(self, place, path, stat, offset, size):
        self._place = place
        self._path = path
        self._etag = _models.etag(stat)
        self._offset = offset
        self.size = size

    def pour(self, position, stream):
        """Writes the bytes from there on to a stream, some at a time, and yields their numbers.

        Raises ResourceModifiedError (412) when the file has changed meanwhile.
        """
        if position == self.size:
            return
        with _errors.local_files(self._path):
            file = open(self._place, "rb", buffering=0)
        with file:
            file.seek(self._offset + position)
            left = self.size - position
            while left:
                with _errors.local_files(self._path):
                    changed = _models.etag(os.stat(self._place)) != self._etag
                count = 0 if changed else self._copy(file, stream, left)
                if not count:
                    raise _errors.condition_not_met()
                left -= count
                yield count

    def _copy(self, file, stream, left):
        copied = _system_copy.copy(file, stream, min(left, _SYSTEM_COPY_BYTES))
        if copied:
            return copied
        piece = file.read(min(left, _COPY_BYTES))
        stream.write(piece)
        return len(piece)

    def read(self, position, count):
        """Raises ResourceModifiedError (412) when the file has changed since the download began."""
        with _errors.local_files(self._path):
            with open(self._place, "rb", buffering=0) as file:
                if _models.etag(os.fstat(file.fileno())) != self._etag:
                    raise _errors.condition_not_met()
                file.seek(self._offset + position)
                data = file.read(count)
        if not data:
            raise _errors.condition_not_met()
        return data
