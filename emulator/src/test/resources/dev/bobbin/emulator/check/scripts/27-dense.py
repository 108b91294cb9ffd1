import fabric.functions as fn; udf = fn.UserDataFunctions()
VERSION = "1.0"; _cache = {}
@udf.function()
def one(a: int) -> int: return a + 1
@udf.function()
def two(a: int) -> int: return (lambda x, y=2: x * y)(a)
@udf.function()
def three(text: str) -> str: return text if text else \
    "nothing"
@udf.function()
def four(data: dict) -> str: return f"{data!r:>10}" f"{VERSION}" rf"\d{{2}}" + '''a"b''' + "#" # no comment
