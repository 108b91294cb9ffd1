"""Describes an exception: the frames a user wrote, as data and as Python prints them."""

import os
import traceback

_MOST_FRAMES = 100  # the middle of a deeper stack, an endless recursion, is left out
_OWN_CODE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep


def report(error):
    """The protocol's ``traceback`` object for an exception."""
    described = _without_own_frames(traceback.TracebackException.from_exception(error))
    return {
        "type": type(error).__name__,
        "message": message_of(error),
        "text": "".join(described.format()),
        "frames": _frames(error, described),
        "missing": error.__dict__.get("_bobbin_missing"),
    }


def text(error):
    """The traceback as Python prints it, frames of the worker and the shim left out."""
    return "".join(_without_own_frames(traceback.TracebackException.from_exception(error)).format())


def message_of(error):
    """The text of an exception, also of one that cannot be turned into text."""
    try:
        return str(error)
    except Exception:
        return "<the exception's text cannot be had: its __str__ fails>"


def _without_own_frames(described):
    seen = set()
    waiting = [described]
    while waiting:
        link = waiting.pop()
        if link is None or id(link) in seen:
            continue
        seen.add(id(link))
        link.stack[:] = [frame for frame in link.stack if not _is_own(frame.filename)]
        waiting += [link.__cause__, link.__context__, *(getattr(link, "exceptions", None) or ())]
    return described


def _is_own(file):
    return file.startswith(_OWN_CODE) or file.startswith("<frozen importlib")


def _frames(error, described):
    if isinstance(error, SyntaxError) and error.filename:
        code = (error.text or "").strip() or None
        return [{"file": error.filename, "line": error.lineno or 1, "function": "<module>", "code": code}]
    stack = described.stack
    if len(stack) > _MOST_FRAMES:
        stack = stack[: _MOST_FRAMES // 2] + stack[-_MOST_FRAMES // 2 :]
    return [
        {"file": frame.filename, "line": frame.lineno or 1, "function": frame.name, "code": frame.line or None}
        for frame in stack
    ]
