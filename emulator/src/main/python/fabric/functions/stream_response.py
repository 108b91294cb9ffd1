"""The result of a streaming function. Contract: section 1.3."""


class StreamResponse:
    """Content sent to the caller piece by piece: a sync or async iterable of bytes or str."""

    def __init__(self, content, media_type="text/plain", status_code=200, headers=None):
        self.content = content
        self.media_type = media_type
        self.status_code = status_code
        self.headers = dict(headers or {})
