import requests

@udf.function()
def weatherOf(address: str, city: str) -> dict:
    """Asks a web service and gives its answer on.

    Args:
        address: Where the service is, such as https://example.com/weather.
        city: What to ask for.
    """
    answer = requests.get(address, params={"city": city}, timeout=30)
    if not answer.ok:
        raise fn.UserThrownError("The service gave no answer.", {"status": answer.status_code})
    return answer.json()
