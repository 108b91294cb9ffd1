from itertools import batched  # expect: newer-python
from typing import override  # expect: newer-python
import distutils  # expect: removed-module

import fabric.functions as fn

udf = fn.UserDataFunctions()

type Names = list[str]  # expect: newer-python


def first[T](values: list[T]) -> T:  # expect: newer-python
    return values[0]


@udf.function()
def quotes(person: dict) -> str:
    old = f"{person['name']} {'a' + 'b'}"
    triple = f'''{person["name"]}'''
    new = f"{person["name"]}"  # expect: newer-python
    path = f"{'\n'.join(person)}"  # expect: newer-python
    match person:
        case {"name": str(name)} if name:
            return name
        case _:
            return old + triple + new + path


@udf.function()
def groups(n: int) -> str:
    try:
        raise ExceptionGroup("all", [ValueError(n)])
    except* ValueError:
        return "caught"
