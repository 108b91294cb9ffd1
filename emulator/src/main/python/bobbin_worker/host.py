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
    __slots__ = ("answered", "value", "error")

    def __init__(self):
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
    run = runs.current()
    if run is None or _send is None:
        raise RuntimeError("Data can only be reached while a function runs, not while its module is loaded.")
    if run.ended:
        raise RuntimeError("Data can only be reached while a function runs, and the one that started this thread has ended.")
    while _untold:
        _send(_untold.popleft())
    number = next(_calls)
    pending = _waiting[number] = _Call()
    try:
        _send({"type": "host", "call": number, "run": run.number, "op": op, "args": args})
        pending.answered.acquire()
    finally:
        _waiting.pop(number, None)
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
