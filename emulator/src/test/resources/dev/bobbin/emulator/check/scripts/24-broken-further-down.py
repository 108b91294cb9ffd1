import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.function()
def works(a: str) -> str:
    return a


@udf.function()
def broken(a: str) -> str
    return a  # expect@12: python-syntax


@udf.function()
def stillFound(a) -> str:  # expect: missing-annotation
    return a
