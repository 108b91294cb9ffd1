"""Turns what can be uploaded into pieces of bytes."""


def pieces(data, length=None, encoding="utf-8"):
    """Yields the bytes of text, bytes, a stream or an iterable of either; at most ``length`` bytes.

    Raises TypeError for anything else.
    """
    left = length
    for piece in _sources(data):
        piece = piece.encode(encoding) if isinstance(piece, str) else bytes(piece)
        if left is not None:
            piece = piece[:left]
            left -= len(piece)
        yield piece
        if left == 0:
            return


def joined(data, length=None, encoding="utf-8"):
    """All of it as bytes."""
    return b"".join(pieces(data, length, encoding))


def _sources(data):
    if isinstance(data, (str, bytes, bytearray, memoryview)):
        return [data]
    if hasattr(data, "read"):
        return _read(data)
    if hasattr(data, "__iter__"):
        return data
    raise TypeError(f"Unsupported data type: {type(data)}")


def _read(stream):
    while True:
        piece = stream.read(1024 * 1024)
        if not piece:
            return
        yield piece
