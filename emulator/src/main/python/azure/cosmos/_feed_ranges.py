"""Ranges of a container's partitions, as queries and the change feed take them; their content is nobody's concern."""


def whole():
    """The range of everything."""
    return _range("", "FF")


def of_partition(values):
    """The range of one partition, which is named in it."""
    return {**_range("".join(map(str, values)), "FF"), "PartitionKey": list(values)}


def partition_of(feed_range):
    """The values of the partition a range was made for; None for the range of everything, and for no range."""
    return None if feed_range is None else feed_range.get("PartitionKey")


def _range(least, most):
    return {"Range": {"isMinInclusive": True, "isMaxInclusive": False, "min": least, "max": most}}
