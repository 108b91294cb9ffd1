"""Turns what code logs and prints into ``log`` messages of the run it belongs to."""

import io
import logging
import sys

from bobbin_worker import runs, traceback_report

LONGEST_LINE = 1_000_000
"""Characters of a log line; of a longer one the beginning is kept: nobody reads it, and it would be copied many times."""

_outside = None
_settle = None


def install(send, settle=None):
    """Takes over logging, standard output, standard error and standard input of this interpreter.

    ``send`` takes the number of a run or None, a level and a message.
    """
    global _outside, _settle
    _outside = send
    _settle = settle
    sys.stdout = sys.__stdout__ = PrintStream("stdout", 1)
    sys.stderr = sys.__stderr__ = PrintStream("stderr", 2)
    sys.stdin = sys.__stdin__ = io.StringIO("")
    root = logging.getLogger()
    root.handlers[:] = [LogHandler()]
    root.setLevel(logging.INFO)


def _send(run, level, message):
    if len(message) > LONGEST_LINE:
        line = _Line()
        line.add(message)
        message = line.text()
    _outside(run, level, message)


class _Line:
    """A line that is being printed, as far as it is kept."""

    __slots__ = ("_pieces", "_room", "_left_out")

    def __init__(self):
        self._pieces = []
        self._room = LONGEST_LINE
        self._left_out = 0

    def add(self, piece):
        if len(piece) > self._room:
            self._left_out += len(piece) - self._room
            piece = piece[: self._room]
        if piece:
            self._room -= len(piece)
            self._pieces.append(piece)

    def text(self):
        if self._left_out:
            self._pieces.append(f"… ({self._left_out:,} more characters are left out)")
        return "".join(self._pieces)


def report(level, message, run=None):
    """Sends one log line; without a run, for the run of the calling thread."""
    run = run or runs.current()
    _send(None if run is None else run.number, level, message)


def flush(run):
    """Sends what a run has printed and not been reported yet."""
    if _settle is not None:
        _settle()
    for stream in list(run.partial_lines):
        line = run.partial_lines.pop(stream).text()
        if line:
            report("PRINT", line, run)


class LogHandler(logging.Handler):
    """Sends records from INFO upwards. The service shows nothing below (contract: section 3.7, logging)."""

    def __init__(self):
        super().__init__(logging.INFO)
        self.setFormatter(_Formatter("%(message)s"))

    def emit(self, record):
        try:
            report(_level_name(record.levelno), self.format(record))
        except Exception as error:
            report("ERROR", "A log message could not be written: %s" % traceback_report.message_of(error))


class _Formatter(logging.Formatter):
    def formatException(self, ei):
        return traceback_report.text(ei[1]).rstrip("\n")


def _level_name(number):
    if number >= logging.CRITICAL:
        return "CRITICAL"
    if number >= logging.ERROR:
        return "ERROR"
    return "WARNING" if number >= logging.WARNING else "INFO"


class PrintStream(io.TextIOBase):
    """Standard output or error: every finished line becomes a log line; an unfinished one waits for its end."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, name, descriptor):
        super().__init__()
        self.name = f"<{name}>"
        self._descriptor = descriptor
        self._no_run = {}

    @property
    def buffer(self):
        return _ByteStream(self)

    def fileno(self):
        return self._descriptor

    def close(self):
        """Does nothing: the next run prints, too."""

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not %s" % type(text).__name__)
        run = runs.current()
        partial = self._no_run if run is None else run.partial_lines
        *lines, rest = text.split("\n")
        for end in lines:
            line = partial.pop(self.name, None) or _Line()
            line.add(end)
            _outside(None if run is None else run.number, "PRINT", line.text())
        if rest:
            line = partial.get(self.name)
            if line is None:
                line = partial[self.name] = _Line()
            line.add(rest)
        return len(text)


class _ByteStream(io.RawIOBase):
    """What ``sys.stdout.buffer`` gives: bytes are read as UTF-8 text."""

    def __init__(self, stream):
        super().__init__()
        self._stream = stream

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        self._stream.write(data.decode("utf-8", "replace"))
        return len(data)
