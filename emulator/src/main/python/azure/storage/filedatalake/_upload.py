"""Turns what can be uploaded into pieces of bytes."""

import io

_PIECE_BYTES = 1024 * 1024


def pieces(data, length=None, encoding="utf-8"):
    """Yields the bytes of text, bytes, a stream or an iterable of either; at most ``length`` bytes.

    Raises TypeError for anything else.
    """
    if length == 0:
        return
    left = length
    for piece in _sources(data, length):
        piece = as_bytes(piece, encoding)
        if left is not None:
            piece = piece[:left]
            left -= len(piece)
        yield piece
        if left == 0:
            return


async def pieces_async(data, length=None, encoding="utf-8"):
    """The same, also for what must be awaited."""
    if hasattr(data, "__aiter__"):
        source = data
    elif hasattr(data, "read"):
        source = _read_async(data, length)
    else:
        source = _as_async(_sources(data, length))
    left = length
    async for piece in source:
        piece = as_bytes(piece, encoding)
        if left is not None:
            piece = piece[:left]
            left -= len(piece)
        yield piece
        if left == 0:
            return


def total(data, length, encoding="utf-8"):
    """How many bytes an upload will have, for its progress; None when nobody can tell."""
    if length is not None:
        return length
    if isinstance(data, str):
        return len(data.encode(encoding))
    if isinstance(data, (bytes, bytearray, memoryview)):
        return len(data)
    if isinstance(data, io.IOBase) and data.seekable():
        at = data.tell()
        end = data.seek(0, 2)
        data.seek(at)
        return end - at
    return None


def as_bytes(piece, encoding="utf-8"):
    if isinstance(piece, str):
        return piece.encode(encoding)
    if isinstance(piece, (bytes, bytearray, memoryview)):
        return bytes(piece)
    raise TypeError(f"Iterable data must yield bytes or text, not {type(piece).__name__}")


def _sources(data, length):
    if isinstance(data, (str, bytes, bytearray, memoryview)):
        return [data]
    if hasattr(data, "read"):
        return _read(data, length)
    if hasattr(data, "__iter__") and not isinstance(data, dict):
        return data
    raise TypeError(f"Unsupported data type: {type(data)}")


def _read(stream, length):
    """Takes no more of a stream than is wanted: the caller may go on with the rest."""
    left = length
    while piece := _of_stream(stream.read(_size(left))):
        yield piece
        left = left and left - len(piece)


async def _read_async(stream, length):
    left = length
    while True:
        piece = stream.read(_size(left))
        if hasattr(piece, "__await__"):
            piece = await piece
        if not _of_stream(piece):
            return
        yield piece
        left = left and left - len(piece)


def _size(left):
    return _PIECE_BYTES if left is None else min(_PIECE_BYTES, left)


def _of_stream(piece):
    """Raises TypeError for a stream of text, as the package does."""
    if isinstance(piece, str):
        raise TypeError("Blob data should be of type bytes.")
    return piece


async def _as_async(source):
    for piece in source:
        yield piece
