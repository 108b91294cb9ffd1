"""Keeps the protocol's channel apart from the descriptors that user code can reach.

The protocol gets private copies of descriptors 0 and 1. Descriptor 0 then gives nothing, and what is written to
1 and 2 past ``sys.stdout``, by ``os.write``, native code or child processes, becomes log lines.
"""

import os
import threading

from bobbin_worker import logs

_MARK = b"\0bobbin settled\0"
_SETTLE_SECONDS = 1.0


class Channel:
    """Writes whole lines to a descriptor, from any thread."""

    def __init__(self, descriptor):
        self._file = os.fdopen(descriptor, "wb", buffering=0)
        self._lock = threading.Lock()

    def send_line(self, text):
        data = memoryview(text.encode("utf-8", "backslashreplace") + b"\n")
        with self._lock:
            while data:
                data = data[self._file.write(data) :]


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

    def watch(self):
        """Starts to report lines, on a thread of its own."""
        threading.Thread(target=self._report_lines, daemon=True).start()

    def settle(self):
        """Returns when everything written so far has been reported, an unfinished line included."""
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
