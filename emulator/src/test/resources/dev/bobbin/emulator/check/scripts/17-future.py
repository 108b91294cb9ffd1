from __future__ import annotations  # expect: future-annotations

import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.function()
def greet(name: str) -> str:
    return name
