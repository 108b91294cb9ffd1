"""Calls from Python to the host: how the stand-ins for data are reached."""

import collections
import itertools
import threading

from bobbin_worker import runs

_calls = itertools.count(1)
_waiting = {}
_untold = collections.deque()
_send = None


class _Call:
    __slots__ = ("number", "answered", "value", "error")

    def __init__(self, number):
        self.number = number
        self.answered = threading.Lock()
        self.answered.acquire()
        self.value = None
        self.error = None


def connect(send):
    """Names the function that carries messages to the host."""
    global _send
    _send = send


def call(op, args):
    """Carries out an operation such as ``sql.execute`` on the host and returns its answer, a JSON value.

    Blocks the calling thread. Raises the Python exception the host names when the operation is refused, and
    RuntimeError when no function is running.
    """
    return finish(begin(op, args))


def begin(op, args):
    """Has the host start an operation, and returns at once what ``finish`` takes. Raises RuntimeError like ``call``."""
    run = runs.current()
    if run is None or _send is None:
        raise RuntimeError("Data can only be reached while a function runs, not while its module is loaded.")
    if run.ended:
        raise RuntimeError("Data can only be reached while a function runs, and the one that started this thread has ended.")
    while _untold:
        _send(_untold.popleft())
    pending = _Call(next(_calls))
    _waiting[pending.number] = pending
    try:
        _send({"type": "host", "call": pending.number, "run": run.number, "op": op, "args": args})
    except BaseException:
        _waiting.pop(pending.number, None)
        raise
    return pending


def finish(pending):
    """Waits for the answer to an operation that ``begin`` started and returns it. Raises like ``call``."""
    try:
        pending.answered.acquire()
    finally:
        _waiting.pop(pending.number, None)
    if pending.error is not None:
        raise _exception(*pending.error)
    return pending.value


def tell(op, args):
    """Has the host carry out an operation whose answer nobody waits for; does nothing when no function is running.

    Goes out with the next call: an object may be destroyed at any moment, even in the midst of sending a message.
    """
    run = runs.current()
    if run is not None:
        _untold.append({"type": "host", "call": next(_calls), "run": run.number, "op": op, "args": args})


def answer(message):
    """Takes a ``hostResult`` or ``hostError`` and wakes the thread that waits for it."""
    pending = _waiting.get(message["call"])
    if pending is None:
        return
    if message["type"] == "hostError":
        pending.error = (message["class"], message.get("args") or [])
    else:
        pending.value = message.get("value")
    pending.answered.release()


def _exception(dotted_name, args):
    module_name, _, name = dotted_name.rpartition(".")
    try:
        module = __import__(module_name or "builtins", fromlist=[name])
        return getattr(module, name)(*args)
    except (ImportError, AttributeError, TypeError):
        return RuntimeError(dotted_name, *args)
