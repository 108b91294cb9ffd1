"""Keeps the protocol's channel apart from the descriptors that user code can reach.

The protocol gets private copies of descriptors 0 and 1. Descriptor 0 then gives nothing, and what is written to
1 and 2 past ``sys.stdout``, by ``os.write``, native code or child processes, becomes log lines.
"""

import os
import threading
from json import loads

from bobbin_worker import logs

_MARK = b"\0bobbin settled\0"
_SETTLE_SECONDS = 1.0

CHANNEL_LOST = 99
"""Exit code: the host has gone, or user code has closed what it must not know of."""


class Channel:
    """Writes whole lines to a descriptor, from any thread."""

    def __init__(self, descriptor):
        self._file = os.fdopen(descriptor, "wb", buffering=0)
        self._lock = threading.Lock()
        self._forked = False

    def leave_to_parent(self):
        """For a process forked off by user code: the channel is its parent's alone."""
        self._lock = threading.Lock()
        self._forked = True

    def send_line(self, text):
        """Sends a line. Ends the process when that is impossible, because the host would wait for ever."""
        if self._forked:
            _speak_as_fork(loads(text))
            return
        data = memoryview(text.encode("utf-8", "backslashreplace") + b"\n")
        try:
            with self._lock:
                while data:
                    data = data[self._file.write(data) :]
        except OSError:
            os._exit(CHANNEL_LOST)


def _speak_as_fork(message):
    """A forked process prints like any other child process; when its copy of the call ends, so does it."""
    if message["type"] == "log":
        os.write(1, message["message"].encode("utf-8", "backslashreplace") + b"\n")
    elif message["type"] in ("result", "loaded", "loadFailed"):
        os._exit(0)


def follow_forks(outgoing, stray):
    """Keeps processes that user code forks off from answering for this one."""
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=lambda: (outgoing.leave_to_parent(), stray.leave_to_parent()))


def claim():
    """Takes the protocol's channel away from descriptors 0 and 1: returns an iterable of lines and a Channel."""
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = Channel(os.dup(1))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return incoming, outgoing


class StrayOutput:
    """Reads what reaches descriptors 1 and 2."""

    def __init__(self):
        self._read, self._write = os.pipe()
        os.dup2(self._write, 1)
        os.dup2(self._write, 2)
        self._settled = threading.Semaphore(0)
        self._forked = False

    def leave_to_parent(self):
        """For a process forked off by user code: the parent reads."""
        self._forked = True

    def watch(self):
        """Starts to report lines, on a thread of its own."""
        threading.Thread(target=self._report_lines, daemon=True).start()

    def settle(self):
        """Returns when everything written so far has been reported, an unfinished line included."""
        if self._forked:
            return
        os.write(self._write, _MARK + b"\n")
        self._settled.acquire(timeout=_SETTLE_SECONDS)

    def _report_lines(self):
        with os.fdopen(self._read, "rb") as stream:
            for line in stream:
                text, mark, _ = line.rstrip(b"\r\n").partition(_MARK)
                if text or not mark:
                    logs.report("PRINT", text.decode("utf-8", "replace"))
                if mark:
                    self._settled.release()
