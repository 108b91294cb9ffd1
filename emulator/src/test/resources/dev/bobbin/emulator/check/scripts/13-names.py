import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.function()
def under_scored(first_name: str) -> str:  # expect: underscore-in-parameter
    return first_name.upper()


@udf.function()
def reservedParameter(req: str, reqInvocationId: str) -> str:  # expect: reserved-parameter, reserved-parameter
    return "r"


@udf.function()
def context(a: str) -> str:  # expect: reserved-function-name
    return a


@udf.function()
def twice(a: str) -> str:
    return a


@udf.function()
def twice(b: str) -> str:  # expect: duplicate-function
    return b


@udf.function()
def größe(länge: float, breite: float) -> float:
    return länge * breite


@udf.function()
def 面積(幅: float, 高さ: float) -> float:
    return 幅 * 高さ


@udf.function()
def withDefault(times: int = 3, text="x", *, flag: bool = False) -> int:  # expect: default-value, default-value, default-value, missing-annotation
    return times


@udf.function()
def anything(*args: str, **kwargs) -> str:  # expect: uncallable-parameter, uncallable-parameter
    return ""


@udf.function()
def positional(a: str, /, b: str) -> str:  # expect: uncallable-parameter
    return a + b


@udf.function()
def calls(a: str) -> str:
    return twice(a)  # expect: function-calls-function


@udf.function()
def overtaken(a: int) -> int:
    return overtaken(a)


def overtaken(a: int) -> int:
    return a + 1
