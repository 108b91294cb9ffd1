import fabric.functions as fn  # expect: no-function

udf = fn.UserDataFunctions()


def notDecorated(name: str) -> str:
    return name
