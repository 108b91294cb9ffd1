# The item of packaging/bench.
import datetime
import json
import logging
import time

import fabric.functions as fn

udf = fn.UserDataFunctions()


def greeting(name: str) -> str:
    return f"Welcome to Fabric Functions, {name}, at {datetime.datetime.now()}!"


@udf.function()
def hello(name: str) -> str:
    return greeting(name)


@udf.function()
def direct(name: str, times: int) -> list:
    """The work of hello without anything around it: nanoseconds, call by call."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter_ns()
        greeting(name)
        taken.append(time.perf_counter_ns() - begin)
    return taken


@udf.function()
def length(text: str) -> int:
    return len(text)


@udf.function()
def text(characters: int) -> str:
    return "y" * characters
