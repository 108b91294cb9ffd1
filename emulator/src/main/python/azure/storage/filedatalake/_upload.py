"""Turns what can be uploaded into pieces of bytes."""

_PIECE_BYTES = 1024 * 1024


def pieces(data, length=None, encoding="utf-8"):
    """Yields the bytes of text, bytes, a stream or an iterable of either; at most ``length`` bytes.

    Raises TypeError for anything else.
    """
    if length == 0:
        return
    left = length
    for piece in _sources(data):
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
        source = _read_async(data)
    else:
        source = _as_async(_sources(data))
    left = length
    async for piece in source:
        piece = as_bytes(piece, encoding)
        if left is not None:
            piece = piece[:left]
            left -= len(piece)
        yield piece
        if left == 0:
            return


def as_bytes(piece, encoding="utf-8"):
    if isinstance(piece, str):
        return piece.encode(encoding)
    if isinstance(piece, (bytes, bytearray, memoryview)):
        return bytes(piece)
    raise TypeError(f"Iterable data must yield bytes or text, not {type(piece).__name__}")


def _sources(data):
    if isinstance(data, (str, bytes, bytearray, memoryview)):
        return [data]
    if hasattr(data, "read"):
        return _read(data)
    if hasattr(data, "__iter__") and not isinstance(data, dict):
        return data
    raise TypeError(f"Unsupported data type: {type(data)}")


def _read(stream):
    while piece := stream.read(_PIECE_BYTES):
        yield piece


async def _read_async(stream):
    while True:
        piece = stream.read(_PIECE_BYTES)
        if hasattr(piece, "__await__"):
            piece = await piece
        if not piece:
            return
        yield piece


async def _as_async(source):
    for piece in source:
        yield piece
