import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.function()
def pages(count: int) -> list:
    for page in range(count):
        yield page  # expect: generator-function
    yield from range(3)


@udf.function()
async def later(count: int) -> list:
    yield count  # expect: generator-function


@udf.streaming_function()
def lines(count: int) -> fn.StreamResponse:
    got = yield str(count)  # expect: generator-stream
    return got


@udf.function()
def doubled(values: list) -> list:
    return (value * 2 for value in values)  # expect: result-becomes-text


@udf.function()
def summed(values: list) -> int:
    return sum(value * 2 for value in values)


@udf.function()
def collected(count: int) -> list:
    def numbers():
        for number in range(count):
            yield number

    return list(numbers())


def helper(count):
    yield count
