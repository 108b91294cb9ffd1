import logging

@udf.function()
def countWords(words: str) -> int:
    """Counts words, and logs what it does.

    Args:
        words: A text.
    """
    found = words.split()
    logging.info("counted %d words", len(found))
    if not found:
        logging.warning("there was nothing to count")
    return len(found)
