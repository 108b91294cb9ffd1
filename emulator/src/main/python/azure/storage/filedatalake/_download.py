"""A file's content on its way to the caller."""

_CHUNK_BYTES = 4 * 1024 * 1024


class StorageStreamDownloader:
    """What ``download_file`` gives: read it whole, in pieces, or into a stream."""

    def __init__(self, data, properties, encoding=None):
        self._data = data
        self._position = 0
        self._encoding = encoding
        self.name = properties.name
        self.path = properties.name
        self.properties = properties
        self.size = len(data)

    def __len__(self):
        return self.size

    def readall(self):
        """What has not been read yet; text when an encoding was asked for, else bytes."""
        return self._take(None)

    def read(self, size=-1, *, chars=None):
        """At most ``size`` bytes (or ``chars`` characters); an empty value at the end."""
        return self._take(size) if chars is None else self._take_characters(chars)

    def readinto(self, stream):
        """Writes the rest to a stream; returns the number of bytes."""
        piece = self._data[self._position :]
        self._position = self.size
        stream.write(piece)
        return len(piece)

    def chunks(self):
        """The rest in pieces of at most 4 MB."""
        while self._position < self.size:
            yield self._take(_CHUNK_BYTES)

    def _take(self, size):
        end = self.size if size is None or size < 0 else min(self.size, self._position + size)
        piece = self._data[self._position : end]
        self._position = end
        return piece.decode(self._encoding) if self._encoding else piece

    def _take_characters(self, count):
        if not self._encoding:
            raise ValueError("Must specify encoding to read chars.")
        text = self._data[self._position :].decode(self._encoding)[:count]
        self._position += len(text.encode(self._encoding))
        return text
