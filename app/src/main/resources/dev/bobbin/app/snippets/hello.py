@udf.function()
def helloSomebody(name: str) -> str:
    """Greets somebody.

    Args:
        name: Who is greeted.
    """
    return f"Hello {name}!"
