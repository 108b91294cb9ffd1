# Names that nothing gives a value, and the many ways in which Python does give one.
import os.path
import xml.etree.ElementTree as ET
from typing import Any

import fabric.functions as fn

udf = fn.UserDataFunctions()
calls = 0
TABLE, (WIDTH, *REST) = "t", (1, 2, 3)
if os.environ.get("X"):
    only_here = 1
for _index in range(3):
    last = _index
with open(os.devnull) as nothing:
    pass
try:
    import orjson
except ImportError as missing:
    orjson = None
    print(missing)
lookup = {key: value for key, value in [("a", 1)]}
doubled = [number * 2 for row in [[1]] for number in row if (size := number) > 0]


class Rate:
    standard = 19
    both = [standard, 7]

    def of(self, amount: float) -> float:
        return amount * self.standard + len(__class__.__name__)


def helper(first: Any, *rest, named=calls, **more):
    def inner():
        nonlocal first
        first += 1
        return later(first) + len(rest) + len(more) + named

    return inner()


def later(x):
    global made_here
    made_here = x
    return sorted([x], key=lambda item, up=x: item + up)[0]


@udf.context(argName="myContext")
@udf.function()
def get_context(myContext: fn.UserDataFunctionContext) -> str:
    return str(context.executing_user)  # expect: unknown-name


@udf.function()
def mask(cardNumber: int) -> str:
    cardNumberStr = str(cardNumber)
    return cardNumber_str[-4:] + cardNumber_str[:2]  # expect: unknown-name


@udf.function()
def dump(value: dict) -> str:
    logging.info("dump")  # expect: unknown-name
    started = datetime.now()  # expect: unknown-name
    text = json.dumps(value)  # expect: unknown-name
    return f"{text} {started} {totl!r:>{width}}"  # expect: unknown-name, unknown-name


@udf.function()
def count(step: int) -> int:
    calls += step  # expect: unset-variable
    return calls


@udf.function()
def count_well(step: int) -> int:
    global calls
    calls += step
    total = 0
    total += step
    return total + made_here + only_here + last + WIDTH + len(REST) + len(lookup) + len(doubled)


@udf.function()
def shapes(kind: str, rows: list) -> list:
    match rows:
        case [first, *others] if first:
            found = [first, others]
        case {"a": one, **rest}:
            found = [one, rest]
        case str() | int() as scalar:
            found = [scalar]
        case _:
            found = []
    while (part := kind[1:]) and len(part) > 3:
        kind = part
    try:
        root = ET.fromstring(kind)
    except (ET.ParseError, ValueError) as error:
        root = str(error)
    else:
        del kind
    with open(os.devnull) as one_file, open(os.devnull) as (other_file):
        pass
    for at, (left, right) in enumerate([(1, 2)]):
        found.append(at + left + right)
    pairs = {name: value for name, value in zip("ab", rows)}
    pick = lambda *names, **options: (names, options, pairs, one_file, other_file)
    return [str(found), str(root), str(pick()), str(helper(1)), Rate().of(1.0), str(nothing), TABLE, __name__, orjson is None]
