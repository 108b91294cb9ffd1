import logging

import fabric.functions as fn

udf = fn.UserDataFunctions()


@udf.function()
def hello(name: str) -> str:
    """Greets somebody by name.

    Args:
        name: Whom to greet.

    Returns:
        The greeting.
    """
    logging.info("Greeting %s.", name)
    return f"Hello, {name}!"
