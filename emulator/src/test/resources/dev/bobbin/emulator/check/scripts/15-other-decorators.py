"""Decorators of other libraries, in every order."""
import functools
import logging
import time

import fabric.functions as fn

udf = fn.UserDataFunctions()


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            logging.info("%s took %.3f s", function.__name__, time.perf_counter() - start)

    return wrapper


@functools.lru_cache(maxsize=None)
def slow(n: int) -> int:
    return n if n < 2 else slow(n - 1) + slow(n - 2)


@udf.function()
@timed
def fibonacci(n: int) -> int:
    return slow(n)


class Cache:
    def __init__(self, size: int = 10):
        self._size = size

    @property
    def size(self):
        return self._size

    @staticmethod
    def function(name=None):
        return lambda f: f


cache = Cache()


@udf.context(argName="ctx")
@timed
@udf.connection(argName="db", alias="Sales")
@udf.function()
def both(db: fn.FabricSqlConnection, ctx: fn.UserDataFunctionContext) -> str:
    return ctx.invocation_id
