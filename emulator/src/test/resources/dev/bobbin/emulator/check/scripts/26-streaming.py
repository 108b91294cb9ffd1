import json
from typing import Iterator

import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.streaming_function()
def numbers(count: int) -> fn.StreamResponse:
    def lines() -> Iterator[str]:
        for i in range(count):
            yield json.dumps({"i": i}) + "\n"

    return fn.StreamResponse(lines(), media_type="application/x-ndjson")
