"""Many kinds of functions that an analyst may write."""

import asyncio
import base64
import csv
import datetime as dtm
import functools
import hashlib
import io
import logging
import pathlib
import re
import secrets
import sqlite3
import statistics
import tempfile
import urllib.parse
import uuid
import xml.etree.ElementTree as ET
import zlib
import zoneinfo
from collections import Counter, defaultdict
from dataclasses import dataclass, field, asdict
from datetime import datetime, date, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any, Optional, List, Dict, Tuple, Set, Union, NamedTuple, TypedDict, Literal
import fabric.functions as fn
from fabric.functions import UserDataFunctions, UserThrownError, UserDataFunctionContext

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(message)s")
log = logging.getLogger(__name__)
udf = fn.UserDataFunctions()
VAT = Decimal("0.19")


class Color(Enum):
    RED = "red"
    BLUE = "blue"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


@dataclass
class Order:
    id: int
    items: list = field(default_factory=list)
    total: float = 0.0
    def add(self, price):
        self.items.append(price)
        self.total += price
        return self


class Point(NamedTuple):
    x: int
    y: int


class Movie(TypedDict):
    name: str


class OutOfStock(UserThrownError):
    def __init__(self, sku):
        super().__init__(f"{sku} is out of stock", {"sku": sku})


@udf.function()
def optional_param(name: Optional[str] = None) -> str:
    return f"hi {name}"


@udf.function()
def union_param(v: Union[int, str]) -> str:
    return str(v)


@udf.function()
def pipe_param(v: int | None) -> str:
    return str(v)


@udf.function()
def typed_list(values: List[int], m: Dict[str, float], t: Tuple[int, ...], s: Set[int]) -> list:
    return [values, m, list(t), sorted(s)]


@udf.function()
def builtin_generics(values: list[int], m: dict[str, int], t: tuple[int, str], s: set[str]) -> list:
    return [values, m, list(t), sorted(s)]


@udf.function()
def any_param(v: Any) -> str:
    return str(v)


@udf.function()
def date_param(v: date) -> str:
    return str(v)


@udf.function()
def decimal_param(v: Decimal) -> str:
    return str(v)


@udf.function()
def literal_param(v: Literal["a", "b"]) -> str:
    return v


@udf.function()
def datetime_param(v: datetime) -> str:
    return v.isoformat()


@udf.function()
def datetime_mod(v: dtm.datetime) -> str:
    return v.strftime("%Y/%m/%d")


@udf.function()
def bytes_param(v: bytes) -> int:
    return len(v)


@udf.function()
def object_result() -> dict:
    return Order(1).add(2.5)


@udf.function()
def asdict_result() -> dict:
    return asdict(Order(1).add(2.5))


@udf.function()
def intenum_result() -> int:
    return Level.HIGH


@udf.function()
def namedtuple_result() -> tuple:
    return Point(1, 2)


@udf.function()
def counter_result(text: str) -> dict:
    return Counter(text)


@udf.function()
def defaultdict_result() -> dict:
    d = defaultdict(list)
    d["a"].append(1)
    return d


@udf.function()
def none_result() -> None:
    pass


@udf.function()
def set_result() -> set:
    return {1}


@udf.function()
def frozenset_result() -> set:
    return frozenset([1])


@udf.function()
def decimal_result() -> float:
    return VAT


@udf.function()
def date_list() -> list:
    return [date(2025, 1, 2), timedelta(days=1)]


@udf.function()
def uuid_result() -> str:
    return uuid.UUID(int=5)


@udf.function()
def range_result() -> list:
    return range(3)


@udf.function()
def complex_result() -> str:
    return 1 + 2j


@udf.function()
def bigint() -> int:
    return 2 ** 100


@udf.function()
def nan_result() -> float:
    return float("nan")


@udf.function()
def intkeys() -> dict:
    return {1: "a", None: "b", True: "c", 2.5: "d"}


@udf.function()
def tuplekeys() -> dict:
    return {(1, 2): "a"}


@udf.function()
def exception_result() -> str:
    return ValueError("x")


@udf.function()
def match_stmt(cmd: dict) -> str:
    match cmd:
        case {"op": "add", "args": [a, b]}: return str(a + b)
        case {"op": op}: return f"unknown {op}"
        case _: return "none"


@udf.function()
def walrus(text: str) -> str:
    if (m := re.search(r"(\d+)-(?P<w>\w+)", text)): return f"{m['w']}:{m[1]:>5}"
    return "-"


@udf.function()
def out_of_stock(sku: str) -> str:
    raise OutOfStock(sku)


@udf.function()
def csv_sum(text: str) -> dict:
    rows = list(csv.DictReader(io.StringIO(text)))
    return {"n": len(rows), "sum": sum(float(r["v"]) for r in rows), "mean": statistics.mean(float(r["v"]) for r in rows), "stdev": statistics.pstdev([1, 2, 3])}


@udf.function()
def hashes(text: str) -> list:
    return [hashlib.sha256(text.encode()).hexdigest()[:8], hashlib.md5(text.encode()).hexdigest()[:8], base64.b64encode(text.encode()).decode(), zlib.crc32(text.encode()), urllib.parse.quote(text), secrets.token_hex(2) != ""]


@udf.function()
def zones(iso: str) -> list:
    d = datetime.fromisoformat(iso).replace(tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))
    return [d.isoformat(), d.astimezone(timezone.utc).isoformat(), d.tzname()]


class Manager:
    async def __aenter__(self):
        await asyncio.sleep(0)
        log.info("enter")
        return 5
    async def __aexit__(self, *a):
        log.info("exit")


@udf.function()
async def async_with() -> int:
    async with Manager() as m:
        async with asyncio.TaskGroup() as g: t = g.create_task(asyncio.sleep(0, m))
        return t.result() + await asyncio.to_thread(lambda: 1)


@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


@udf.function()
def cached(n: int) -> int:
    return fib(n)
def audited(f):
    @functools.wraps(f)
    def inner(*a, **k):
        log.warning("audit %s", f.__name__)
        return f(*a, **k)
    return inner


@udf.function()
@audited
def wrapped(a: int, b: int = 2) -> int:
    return a + b


@udf.function()
def kwonly(a: int, *, b: int = 3) -> int:
    return a + b


@udf.function()
def varargs(a: int, *args, **kwargs) -> str:
    return f"{a} {args} {kwargs}"


@udf.function()
def logs_all() -> str:
    log.debug("dbg")
    log.info("inf %s", {"a": 1})
    log.warning("warn")
    log.error("err")
    log.critical("crit")
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("caught")
    logging.getLogger("azure").info("azure")
    print("a", "b", sep="-", end="!\n")
    print("no newline", end="")
    return "ok"


@udf.function()
def chained() -> str:
    try:
        int("x")
    except ValueError as e:
        raise RuntimeError("bad number") from e


@udf.function()
def notes() -> str:
    e = ValueError("v")
    e.add_note("a note")
    raise e


@udf.function()
def group() -> str:
    raise ExceptionGroup("many", [ValueError("a"), TypeError("b")])


@udf.function()
def keyerr() -> str:
    return {}["missing"]


@udf.function()
def assertion(n: int) -> str:
    assert n > 5, f"{n} too small"
    return "ok"


@udf.function()
def internal_error() -> str:
    raise fn.UserDataFunctionInternalError("boom", {"a": 1})


@udf.function()
def base_error() -> str:
    raise fn.UserDataFunctionError("Custom", "msg", {"p": [1]})


@udf.function()
def timeout_error() -> str:
    raise fn.UserDataFunctionTimeoutError(5)


@udf.function()
def udfcall() -> str:
    return cached(3)


@udf.function()
def tempfiles() -> str:
    with tempfile.TemporaryDirectory() as d:
        p = pathlib.Path(d) / "x.txt"
        p.write_text("hä", encoding="utf-8")
        return p.read_text(encoding="utf-8")


@udf.function()
def xmlf() -> str:
    return ET.fromstring("<a><b k='1'>t</b></a>").find("b").get("k")


@udf.function()
def sqlitef() -> list:
    c = sqlite3.connect(":memory:")
    c.execute("create table t(a)")
    c.execute("insert into t values (1)")
    return c.execute("select * from t").fetchall()


@udf.function()
def unicode_names(größe: int) -> int:
    return größe


@udf.function()
def noannot(a, b) -> str:
    return "x"


@udf.function()
def posonly(a: int, /, b: int) -> int:
    return a + b


@udf.function()
def mutable(items: list = []) -> list:
    items.append(1)
    return items


if __name__ == "__main__":
    raise SystemExit("never")
