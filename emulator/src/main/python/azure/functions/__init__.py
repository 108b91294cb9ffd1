"""The part of the azure-functions package that the programming model shows."""

from bobbin_worker.installed import InstalledToo

__path__ = InstalledToo(__path__, __name__)


class FunctionApp:
    """Base class of UserDataFunctions."""


class HttpRequest:
    """The request of an invocation, for functions with a parameter named ``req``."""

    def __init__(self, method, url, *, headers=None, params=None, route_params=None, body=b""):
        self.method = method
        self.url = url
        self.headers = dict(headers or {})
        self.params = dict(params or {})
        self.route_params = dict(route_params or {})
        self._body = body

    def get_body(self):
        """The body as bytes."""
        return self._body

    def get_json(self):
        """The body as a JSON value; raises ValueError when it is none."""
        import json

        return json.loads(self._body.decode("utf-8"))


class Context:
    """The worker's context of an invocation, for functions with a parameter named ``context``."""

    def __init__(self, invocation_id, function_name):
        self.invocation_id = invocation_id
        self.function_name = function_name
        self.function_directory = ""
