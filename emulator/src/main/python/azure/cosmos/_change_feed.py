"""What a caller asks of a change feed."""

import datetime

from azure.cosmos import _feed_ranges
from azure.cosmos.partition_key import values_of

_POSITIONAL = (("partition_key_range_id", str), ("is_start_from_beginning", bool), ("continuation", str),
               ("max_item_count", int))


def question(args, options):
    """The arguments for the host. Raises ValueError and TypeError for options that the package does not take."""
    options = {name: value for name, value in options.items() if value is not None}
    _add_positional(args, options)
    mode = options.get("mode", options.get("change_feed_mode", "LatestVersion"))
    if mode == "AllVersionsAndDeletes":
        raise NotImplementedError("Bobbin keeps the latest version of an item only: the mode AllVersionsAndDeletes is not "
                                  "stood in for.")
    if mode not in ("LatestVersion", "Incremental"):
        raise ValueError(f"Invalid mode was used: '{mode}'. Supported modes are ['LatestVersion', 'AllVersionsAndDeletes'].")
    arguments = {"pageSize": options.get("max_item_count", 0), "start": _start(options)}
    partition = _feed_ranges.partition_of(options.get("feed_range"))
    if "partition_key" in options:
        partition = values_of(options["partition_key"])
    if partition is not None:
        arguments["partitionKey"] = partition
    return arguments, options.get("continuation")


def _add_positional(args, options):
    if len(args) > len(_POSITIONAL):
        raise TypeError(f"Too many arguments. Expected: {len(_POSITIONAL)} at most, but given: {len(args)}")
    for (name, kind), value in zip(_POSITIONAL, args):
        if name in options:
            raise ValueError(f"'{name}' is in both positional and keyword argument list. Please remove one of them.")
        if value is not None:
            if not isinstance(value, kind):
                raise TypeError(f"'{value}' is not of type '{kind.__name__}'")
            options[name] = value


def _start(options):
    if "is_start_from_beginning" in options:
        if "start_time" in options:
            raise ValueError("'is_start_from_beginning' and 'start_time' are exclusive, please only set one of them.")
        if not isinstance(options["is_start_from_beginning"], bool):
            given = type(options["is_start_from_beginning"]).__name__
            raise TypeError(f"'is_start_from_beginning' must be 'bool' type, but given '{given}'.")
        return "Beginning" if options["is_start_from_beginning"] else "Now"
    start = options.get("start_time", "Now")
    if isinstance(start, datetime.datetime):
        return int(start.timestamp())
    if not isinstance(start, str):
        raise TypeError(f"'start_time' must be either a 'datetime' or 'str' type, but given '{type(start).__name__}'.")
    if start not in ("Now", "Beginning"):
        raise ValueError(f"'start_time' must be either 'Now' or 'Beginning', but given '{start}'.")
    return start
