"""What calls give back: dicts and lists with headers of the answer."""


class CosmosDict(dict):
    """An item or the properties of a thing."""

    def __init__(self, original=None, *, response_headers=None):
        super().__init__(original or {})
        self._headers = dict(response_headers or {})

    def get_response_headers(self):
        return dict(self._headers)


class CosmosList(list):
    """The answers of a batch."""

    def __init__(self, original=None, *, response_headers=None):
        super().__init__(original or [])
        self._headers = dict(response_headers or {})

    def get_response_headers(self):
        return dict(self._headers)


def answer(body, options=None):
    """The body of an answer; nothing when ``no_response`` was asked for."""
    headers = {"x-ms-request-charge": "1", "x-ms-item-count": "1"}
    if isinstance(body, dict) and "_etag" in body:
        headers["etag"] = body["_etag"]
    hook = (options or {}).get("response_hook")
    if hook is not None:
        hook(headers, body)
    if (options or {}).get("no_response"):
        body = {}
    return CosmosDict(body, response_headers=headers)
