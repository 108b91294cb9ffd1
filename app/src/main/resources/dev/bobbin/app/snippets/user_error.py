@udf.function()
def shareOf(part: float, whole: float) -> float:
    """Tells which share a part is of a whole, and the caller when there is none.

    Args:
        part: The part.
        whole: The whole; not zero.
    """
    if whole == 0:
        raise fn.UserThrownError("The whole must not be zero.", {"part": part})
    return part / whole
