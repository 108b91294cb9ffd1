import json

@udf.streaming_function()
def countUp(last: int) -> fn.StreamResponse:
    """Sends an answer piece by piece: one line of JSON for each number.

    Args:
        last: Where to end.
    """
    def lines():
        for number in range(1, last + 1):
            yield json.dumps({"number": number}) + "\n"

    return fn.StreamResponse(lines(), media_type="application/x-ndjson")
