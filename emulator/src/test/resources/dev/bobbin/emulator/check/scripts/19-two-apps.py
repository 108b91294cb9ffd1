import fabric.functions as fn

udf = fn.UserDataFunctions()
second = fn.UserDataFunctions()  # expect: several-apps


@udf.function()
def fromFirst() -> str:
    return "first"


@second.function()
def fromSecond() -> str:
    return "second"
