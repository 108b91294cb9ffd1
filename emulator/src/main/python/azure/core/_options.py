"""Checks the keyword options of client methods, so that a misspelt one is not silently without effect."""

import functools

_PIPELINE = frozenset((
    "timeout", "server_timeout", "headers", "raw_request_hook", "raw_response_hook", "logging_enable", "logging_body",
    "connection_timeout", "read_timeout", "request_id", "client_request_id", "user_agent", "user_agent_overwrite",
    "retry_total", "retry_connect", "retry_read", "retry_status", "retry_to_secondary", "cls", "params",
))


def options(*names):
    """Decorator: names the keyword options a method takes beside its parameters and those every Azure client takes.

    Others raise TypeError, as they do in the end in the real clients. ``method.options`` has the names.
    """

    known = frozenset(names)

    def decorate(method):
        @functools.wraps(method)
        def call(*args, **kwargs):
            for name in kwargs:
                if name not in known and name not in _PIPELINE and name not in positional:
                    raise TypeError(f"{method.__name__}() got an unexpected keyword argument '{name}'")
            return method(*args, **kwargs)

        code = method.__code__
        positional = frozenset(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
        call.options = known
        return call

    return decorate


def awaitable(method):
    """A coroutine function that does what a method does. Local work is quick: it is done at once."""

    @functools.wraps(method)
    async def call(*args, **kwargs):
        return method(*args, **kwargs)

    return call


def awaiting(*names):
    """Class decorator: makes coroutines of inherited methods."""

    def decorate(client):
        for name in names:
            setattr(client, name, awaitable(getattr(client, name)))
        return client

    return decorate
