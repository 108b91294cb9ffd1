"""Keeps the protocol's channel apart from the descriptors that user code can reach.

The protocol gets private copies of descriptors 0 and 1. Descriptor 0 then gives nothing, and what is written to
1 and 2 past ``sys.stdout``, by ``os.write``, native code or child processes, becomes log lines.
"""

import os
import threading

from bobbin_worker import logs


class Channel:
    """Writes whole lines to a descriptor, from any thread."""

    def __init__(self, descriptor):
        self._file = os.fdopen(descriptor, "wb", buffering=0)
        self._lock = threading.Lock()

    def send_line(self, text):
        data = memoryview(text.encode("utf-8", "backslashreplace") + b"\n")
        with self._lock:
            while data:
                data = data[self._file.write(data):]


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
        self._read, write = os.pipe()
        os.dup2(write, 1)
        os.dup2(write, 2)
        os.close(write)

    def watch(self):
        """Starts to report lines, on a thread of its own."""
        threading.Thread(target=self._report_lines, daemon=True).start()

    def _report_lines(self):
        with os.fdopen(self._read, "rb") as stream:
            for line in stream:
                logs.report("PRINT", line.decode("utf-8", "replace").rstrip("\r\n"))
