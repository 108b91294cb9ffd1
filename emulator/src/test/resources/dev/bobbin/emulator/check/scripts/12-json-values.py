import uuid
from datetime import date, datetime, timedelta
from decimal import Decimal

import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.function()
def moment() -> datetime:
    return datetime.now()  # expect: value-becomes-text


@udf.function()
def inside() -> dict:
    return {"at": datetime.now(), "n": 1}  # expect: result-becomes-text


@udf.function()
def deep() -> list:
    return [{"price": Decimal("1.5")}]  # expect: result-becomes-text


@udf.function()
def named() -> dict:
    today = date.today()
    return {"today": today}  # expect: result-becomes-text


@udf.function()
def parameter(when: datetime) -> dict:
    return {"when": when}  # expect: result-becomes-text


@udf.function()
def identity() -> dict:
    return {"id": uuid.uuid4()}  # expect: result-becomes-text


@udf.function()
def unique(names: list) -> list:
    return set(names)  # expect: result-becomes-text


@udf.function()
def fine(when: datetime, names: list) -> dict:
    total = Decimal("1.5")
    total = float(total)
    end = when + timedelta(days=1)
    return {
        "when": when.isoformat(),
        "id": str(uuid.uuid4()),
        "names": sorted(set(names)),
        "total": total,
        "end": end.strftime("%Y-%m-%d"),
        "year": datetime.now().year,
        "later": datetime.now() > when,
    }


def helper() -> set:
    def inner():
        return {1, 2}

    return inner()
