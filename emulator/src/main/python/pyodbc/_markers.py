"""Parameter markers: the question marks of a statement outside literals, names and comments."""


def count(sql):
    """How many parameters the statement takes."""
    if "?" not in sql:
        return 0
    found = index = 0
    length = len(sql)
    while index < length:
        char = sql[index]
        if char in "'\"[":
            close = sql.find("]" if char == "[" else char, index + 1)
            index = length if close < 0 else close
        elif sql.startswith("--", index):
            end = sql.find("\n", index)
            index = length if end < 0 else end
        elif sql.startswith("/*", index):
            index = _after_comment(sql, index) - 1
        elif char == "?":
            found += 1
        index += 1
    return found


def _after_comment(sql, index):
    """Where a comment ends; T-SQL nests them."""
    depth = 0
    while index < len(sql):
        if sql.startswith("/*", index):
            depth += 1
            index += 2
        elif sql.startswith("*/", index):
            depth -= 1
            index += 2
            if depth == 0:
                return index
        else:
            index += 1
    return index
