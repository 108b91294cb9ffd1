"""Runs the content of a StreamResponse and sends it to the host piece by piece."""

import base64
from json import dumps

from bobbin_worker import logs

_PIECES = (str, bytes, bytearray, memoryview)


def send_chunks(name, response, message, send):
    """Sends every piece as a ``chunk``. Returns the whole content as JSON text, for callers that do not stream.

    Raises TypeError, with the SDK's words, when the function returned something else (contract: section 1.2).
    """
    from fabric.functions.stream_response import StreamResponse

    if not isinstance(response, StreamResponse):
        raise TypeError(
            "Streaming function '%s' must return a fabric.functions.StreamResponse, got '%s'."
            % (name, type(response).__name__)
        )
    whole = _Whole(message["responseBytes"])
    send(_head(message["run"], response))

    def deliver(piece):
        if not isinstance(piece, _PIECES):
            piece = piece.encode("utf-8")  # what cannot do that fails, with the words Starlette fails with
        whole.add(piece)
        send(_chunk(message["run"], piece))

    content = response.content
    if isinstance(content, (str, bytes, bytearray)):
        deliver(content)
    elif hasattr(content, "__aiter__"):
        import asyncio

        asyncio.run(_drain(content, deliver))
    else:
        for piece in content:
            deliver(piece)
    return whole.text()


def _head(run, response):
    status = response.status_code
    return {
        "type": "stream",
        "run": run,
        "status": status if isinstance(status, int) else 200,
        "mediaType": str(response.media_type),
        "headers": {str(name): str(value) for name, value in dict(response.headers or {}).items()},
    }


async def _drain(content, deliver):
    async for piece in content:
        deliver(piece)


def _chunk(run, piece):
    if isinstance(piece, str):
        return {"type": "chunk", "run": run, "data": piece, "base64": False}
    return {"type": "chunk", "run": run, "data": base64.b64encode(bytes(piece)).decode("ascii"), "base64": True}


class _Whole:
    """Keeps what was streamed, as far as a result may be long."""

    def __init__(self, limit):
        self._room = limit // 2  # an escaped character may take more room in JSON text than in UTF-8
        self._pieces = []
        self._cut = False

    def add(self, piece):
        data = piece.encode("utf-8", "replace") if isinstance(piece, str) else bytes(piece)
        if self._cut or len(data) > self._room:
            self._cut = True
            return
        self._room -= len(data)
        self._pieces.append(data)

    def text(self):
        if self._cut:
            logs.report("WARNING", "The stream was longer than a result may be: the output shows its beginning only.")
        return dumps(b"".join(self._pieces).decode("utf-8", "replace"))
