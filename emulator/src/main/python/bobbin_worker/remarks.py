"""What the service does without a word and callers then wonder about: told in the run's log when the run has ended.

The rules behind it: contract, sections 2.3 (results) and 6 (several results of one statement).
"""

import math
import re
from collections.abc import AsyncGenerator, Generator, Iterator

from bobbin_worker import logs, runs

_MOST = 100_000
"""Values that are looked at: a remark is not worth more time."""

_OWN = re.compile(r"[#@]\w|\b(?:commit|rollback)\b", re.IGNORECASE)
"""Temporary tables and table variables, which end with the connection; and ends of transactions."""

_INSTEAD = {
    "Decimal": "float(…) or str(…)",
    "date": ".isoformat()",
    "datetime": ".isoformat()",
    "time": ".isoformat()",
    "Timestamp": ".isoformat()",
    "set": "list(…)",
    "frozenset": "list(…)",
    "bytes": ".decode()",
    "UUID": "str(…)",
    "Row": "dict(zip([column[0] for column in cursor.description], row))",
    "coroutine": "await, which is missing",
}


def of_result(function, value, output):
    """Remarks on the result of a function, by its name, and the JSON text it became."""
    if isinstance(value, (dict, list, tuple, set, frozenset)):
        if output.startswith('"'):
            _became_text(value)
        elif "NaN" in output or "Infinity" in output:
            _not_json(value)
    elif type(value).__name__ == "StreamResponse":
        logs.report(
            "WARNING",
            "The result is a StreamResponse, which is sent piece by piece only with @udf.streaming_function() above the function;"
            " here callers get its attributes.",
        )
    elif isinstance(value, (Generator, AsyncGenerator)) and value.__name__ == function:
        logs.report(
            "WARNING",
            f"{function} has yield in it, so no line of it has run and callers get a text: collect the values in a list and"
            " return that.",
        )
    elif isinstance(value, Iterator):
        logs.report("WARNING", f"The result is a {type(value).__name__}, so callers get a text: use list(…).")


def _became_text(value):
    found = _first(value, _is_strange)
    if found is not None:
        path, leaf = found
        name, instead = type(leaf).__name__, _instead(leaf)
        advice = f": use {instead}" if instead else ""
        logs.report("WARNING", f"The whole result became a text, because {path} is a {name}, which JSON does not know{advice}.")


def _not_json(value):
    found = _first(value, lambda leaf: isinstance(leaf, float) and not math.isfinite(leaf))
    if found is not None:
        path, leaf = found
        logs.report("WARNING", f"{path} is {leaf}, which is no JSON: most callers cannot read the answer. Return None instead.")


def _is_strange(leaf):
    return not (leaf is None or isinstance(leaf, (str, int, float)))


def _instead(value):
    if isinstance(value, Iterator):
        return "list(…)"
    return _INSTEAD.get(type(value).__name__)


def _first(value, matches):
    """The path and the value of the first leaf that matches, in the order of the result; None when there is none."""
    waiting = [("result", value)]
    for _ in range(_MOST):
        if not waiting:
            return None
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += reversed([(f"{path}[{key!r:.60}]", item) for key, item in value.items()])
        elif isinstance(value, (list, tuple)):
            waiting += [(f"{path}[{index}]", value[index]) for index in range(len(value) - 1, -1, -1)]
        elif matches(value):
            return path, value
    return None


def watch(results):
    """Notes the results of a statement that are still to be read; the run's end tells of an error among them."""
    run = runs.current()
    if run is not None and any("error" in result for result in results):
        run.unread.append(results)


class Uncommitted:
    """How many rows a connection has written since it was last committed or rolled back. Holds no connection."""

    __slots__ = ("rows",)

    def __init__(self):
        self.rows = 0
        run = runs.current()
        if run is not None:
            run.uncommitted.append(self)

    def add(self, sql, rows):
        """Counts rows that a batch wrote, unless it may have ended the transaction or written to what is its own."""
        if rows > 0 and not _OWN.search(sql):
            self.rows += rows


def of_uncommitted(run):
    """A remark on rows that go with a run that was content with itself."""
    rows = sum(each.rows for each in run.uncommitted)
    if rows:
        what = "1 row was written and is gone again" if rows == 1 else f"{rows} rows were written and are gone again"
        logs.report("WARNING", f"{what}: the connection was not committed. Call its commit() before the function returns.", run)


def of_unread(run):
    """Remarks on errors of the database that the function never came to."""
    for results in run.unread:
        for result in results:
            if "error" in result:
                _, number, text = result["error"]
                logs.report(
                    "WARNING",
                    f'The database raised "{text}" ({number}) behind a first result, and the function did not read on: nothing'
                    " failed, as in the service. Write SET NOCOUNT ON in the procedure, or call cursor.nextset() until it"
                    " returns False.",
                    run,
                )
                break
