"""Functions that flood the window, for measuring."""

import datetime

import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.function()
def hello(name: str = "") -> str:
    return f"Hello, {len(name)}"


@udf.function()
def flood() -> str:
    line = "x" * 99
    for _ in range(500_000):
        print(line)
    return "done"


@udf.function()
def rows() -> list:
    # Short names: a million rows must stay below the largest response.
    return [{"n": i, "w": "w"} for i in range(1_000_000)]


@udf.function()
def text() -> str:
    return "x" * 29_000_000


@udf.function()
def grid(rows: list[dict]) -> int:
    return len(rows)


@udf.function()
def fields(text: str, count: int, price: float, when: datetime.datetime, settings: dict) -> str:
    return text
