import fabric.functions as fn  # expect: no-app


@udf.function()
def fromNowhere() -> str:
    return "?"
