"""Conditions on the state of a path: ETags and times, given as options of a call."""

import datetime

from azure.core import MatchConditions
from azure.storage.filedatalake import _errors, _models

OPTIONS = ("etag", "match_condition", "if_modified_since", "if_unmodified_since", "lease")


def check(stat, options, reading=False, prefix=""):
    """Raises when a condition does not hold for these facts, which are None when there is no such path.

    Reading what has not changed raises ResourceNotModifiedError (304), all else ResourceModifiedError (412), and
    asking that the path be missing ResourceExistsError (409).
    """
    refuse_lease(options.get(prefix + "lease"))
    tag = options.get(prefix + "etag")
    match = options.get(prefix + "match_condition")
    current = None if stat is None else _models.etag(stat)
    if match is not None and not isinstance(match, MatchConditions):
        raise TypeError(f"Invalid match condition: {match}")
    if match == MatchConditions.IfNotModified:
        _need(tag, match)
        if current is None or current != tag:
            raise _errors.condition_not_met()
    elif match == MatchConditions.IfModified:
        _need(tag, match)
        if current == tag:
            raise _errors.not_modified() if reading else _errors.condition_not_met()
    elif match == MatchConditions.IfPresent and current is None:
        raise _errors.condition_not_met()
    elif match == MatchConditions.IfMissing and current is not None:
        raise _errors.path_exists()
    _check_times(stat, options, reading, prefix)


def refuse_lease(lease):
    """OneLake has no leases for storage clients."""
    if lease is not None:
        raise _errors.not_supported("leases")


def _need(tag, match):
    if not tag:
        raise ValueError(f"{match.name} must have etag value set.")


def _check_times(stat, options, reading, prefix):
    if stat is None:
        return
    modified = _models.modified(stat)
    since = options.get(prefix + "if_modified_since")
    if since is not None and modified <= _utc(since):
        raise _errors.not_modified() if reading else _errors.condition_not_met()
    until = options.get(prefix + "if_unmodified_since")
    if until is not None and modified > _utc(until):
        raise _errors.condition_not_met()


def _utc(moment):
    if moment.tzinfo is None:
        return moment.replace(tzinfo=datetime.timezone.utc)
    return moment
