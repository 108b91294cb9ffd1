"""What a streaming function returns."""

_DEFAULT_MEDIA_TYPE = "application/octet-stream"


class StreamResponse:
    """Content sent to the caller piece by piece: a sync or async iterable of bytes or str.

    Source: the SDK's own class, as published with its wheel.
    """

    def __init__(self, content, *, media_type=_DEFAULT_MEDIA_TYPE, status_code=200, headers=None):
        if not (hasattr(content, "__iter__") or hasattr(content, "__aiter__")):
            raise TypeError(
                "StreamResponse content must be a (sync or async) iterable of bytes/str chunks, "
                f"got {type(content).__name__!r}."
            )
        self.content = content
        self.media_type = media_type
        self.status_code = status_code
        self.headers = dict(headers or {})

    @staticmethod
    def from_arrow_batches(
        batches, *, schema=None, media_type=_DEFAULT_MEDIA_TYPE, status_code=200, headers=None
    ):
        """Sends record batches of pyarrow as one Arrow IPC stream, each as it comes."""
        return StreamResponse(
            _arrow_pieces(batches, schema), media_type=media_type, status_code=status_code, headers=headers
        )

    def __repr__(self):
        return (
            f"StreamResponse(media_type={self.media_type!r}, status_code={self.status_code}, "
            f"headers={self.headers!r})"
        )


def _arrow_pieces(batches, schema):
    """Without a schema that of the first batch is used; nothing is sent when there is none."""
    import io
    import itertools

    import pyarrow

    rest = iter(batches)
    schema = getattr(batches, "schema", schema)
    if schema is None:
        first = next(rest, None)
        if first is None:
            return
        schema, rest = first.schema, itertools.chain([first], rest)
    sink = io.BytesIO()
    with pyarrow.ipc.new_stream(sink, schema) as writer:
        yield _taken(sink)
        for batch in rest:
            writer.write_batch(batch)
            yield _taken(sink)
    yield _taken(sink)


def _taken(sink):
    """What was written since the last time; the sink is empty again, so that it never holds the whole stream."""
    piece = sink.getvalue()
    sink.seek(0)
    sink.truncate()
    return piece
