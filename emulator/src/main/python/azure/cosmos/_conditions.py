"""Conditions on the version of an item: ``etag`` with ``match_condition``."""

from azure.core import MatchConditions


def of(options):
    """The conditions as the host takes them. Raises ValueError and TypeError for options that do not go together."""
    etag, match = options.get("etag"), options.get("match_condition")
    if match is None:
        if etag is not None:
            raise ValueError("'etag' specified without 'match_condition'.")
        return _by_header(options) or _from_access_condition(options.get("access_condition"))
    if not isinstance(match, MatchConditions):
        raise TypeError(f"Invalid match condition: {match}")
    if match in (MatchConditions.IfNotModified, MatchConditions.IfModified) and not etag:
        raise ValueError("'match_condition' specified without 'etag'.")
    if match == MatchConditions.IfNotModified:
        return {"ifMatch": etag}
    if match == MatchConditions.IfModified:
        return {"ifNoneMatch": etag}
    if match == MatchConditions.IfPresent:
        return {"ifMatch": "*"}
    return {"ifNoneMatch": "*"} if match == MatchConditions.IfMissing else {}


def _by_header(options):
    """The older spelling, by the names of the headers."""
    given = {"ifMatch": options.get("if_match"), "ifNoneMatch": options.get("if_none_match")}
    return {name: etag for name, etag in given.items() if etag is not None}


def _from_access_condition(condition):
    if not condition:
        return {}
    name = "ifMatch" if condition.get("type") == "IfMatch" else "ifNoneMatch"
    return {name: condition.get("condition")}
