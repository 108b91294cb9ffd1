"""The answer that an error carries, for handlers that look at it."""

import json

_REASONS = {
    304: "Not Modified", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict",
    412: "Precondition Failed", 413: "Request Entity Too Large", 416: "Requested Range Not Satisfiable",
    429: "Too Many Requests", 500: "Internal Server Error", 507: "Insufficient Storage",
}


class Headers(dict):
    """Headers of an answer, found in any case."""

    def __init__(self, headers=()):
        super().__init__((name.lower(), value) for name, value in dict(headers).items())

    def __getitem__(self, name):
        return super().__getitem__(name.lower())

    def __contains__(self, name):
        return super().__contains__(name.lower())

    def get(self, name, default=None):
        return super().get(name.lower(), default)


class Response:
    """Status, reason, headers and body of what the service answered."""

    def __init__(self, status_code, code, message, headers=(), reason=None):
        self.status_code = status_code
        self.reason = reason or _REASONS.get(status_code, "")
        self.headers = Headers({"content-type": "application/json", "x-ms-request-id": _NO_REQUEST, **dict(headers)})
        self.content_type = self.headers["content-type"]
        self._body = {"error": {"code": code, "message": message}}

    def json(self):
        """The body as a dict."""
        return self._body

    def text(self, encoding=None):
        """The body as text."""
        return json.dumps(self._body)

    def body(self):
        """The body as bytes."""
        return self.text().encode("utf-8")


_NO_REQUEST = "00000000-0000-0000-0000-000000000000"
