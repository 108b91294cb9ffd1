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


def question(query, parameters=None):
    """A query with its parameters, apart or in one dict, as the host takes it."""
    if isinstance(query, dict):
        parameters = query.get("parameters", parameters)
        query = query["query"]
    return {"query": query, "parameters": list(parameters or ())}


def answer(account, body, options=None):
    """The body of an answer; nothing when ``no_response`` was asked for."""
    headers = {"etag": body["_etag"]} if isinstance(body, dict) and "_etag" in body else {}
    headers = account.answered({"x-ms-item-count": "1", **headers}, body, options)
    if (options or {}).get("no_response"):
        body = {}
    return CosmosDict(body, response_headers=headers)


def client(made, body, options):
    """The client of what a call made or found; with its properties when ``return_properties`` was asked for."""
    return (made, CosmosDict(body)) if options.get("return_properties") else made
