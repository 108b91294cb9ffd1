import datetime
import decimal
import typing
from typing import Annotated, Any, Optional, Union

import fabric.functions as fn
import pandas as pd

udf = fn.UserDataFunctions()


@udf.function()
def good(a: str, b: int, c: float, d: bool, e: datetime.datetime, f: list, g: dict, h: set, i: tuple, j: None) -> None:
    return None


@udf.function()
def frames(a: pd.DataFrame, b: pd.Series) -> pd.DataFrame:
    return a.assign(b=b)


@udf.function()
def optional(
    a: Optional[str],  # expect: unsupported-type
    b: int | None,  # expect: unsupported-type
    c: Union[int, str],  # expect: unsupported-type
    d: Annotated[str, "a name"],  # expect: unsupported-type
    e: Any,  # expect: unsupported-type
    f: decimal.Decimal,  # expect: unsupported-type
    g: datetime.date,  # expect: unsupported-type
    h: "str",  # expect: quoted-annotation
    i,  # expect: missing-annotation
) -> str:
    return ""


@udf.function()
def results_a() -> Optional[str]:  # expect: unsupported-return-type
    return None


@udf.function()
def results_b() -> decimal.Decimal:  # expect: unsupported-return-type
    return decimal.Decimal("1.50")  # expect: value-becomes-text


@udf.function()
def results_c() -> typing.List[int]:
    return [1]


@udf.function()
def results_d(a: str):  # expect: missing-return-type
    return a
