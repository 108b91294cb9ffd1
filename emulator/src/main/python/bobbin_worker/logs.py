"""Turns what code logs and prints into ``log`` messages of the run it belongs to."""

import collections.abc
import io
import logging
import os
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
    logging.Logger._log = _log


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
        self._send(record.levelno, record.msg, record.args, self.format, record)

    def emit_text(self, level, message, args):
        """Does the same for the record that these would make."""
        self._send(level, message, args, _formatted, message, args)

    def is_as_made(self):
        """Whether code has left the handler as it was, so that of a record only level and text matter."""
        return self.level == logging.INFO and not self.filters and type(self.formatter) is _Formatter

    @staticmethod
    def _send(level, message, args, text, *of):
        try:
            report(_level_name(level), text(*of))
        except RecursionError:  # the function's own, as in the standard library's handlers
            raise
        except Exception as error:
            report("ERROR", "A log message could not be written: %s%s" % (traceback_report.message_of(error), _told_of(message, args)))


def _told_of(message, args):
    """What was to be logged, and where, as the standard library tells it."""
    try:
        frame = sys._getframe()
        while frame.f_globals.get("__name__") in (__name__, logging.__name__):
            frame = frame.f_back
        place = f"{os.path.basename(frame.f_code.co_filename)}:{frame.f_lineno}"
        return f". Message: {message!r:.200}, arguments: {args!r:.200} ({place})"
    except Exception:  # whatever cannot be formatted may have no repr either
        return ""


class _Formatter(logging.Formatter):
    def formatException(self, ei):
        if ei[1] is None:
            return "NoneType: None"  # logging.exception() where nothing is being handled, as Python says it
        return traceback_report.text(ei[1]).rstrip("\n")


_log_by_record = logging.Logger._log


def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
    """``Logger._log``, without a record where nobody would see it.

    A record knows its file, line, function, thread and process; on the embedded engine finding all that out takes several
    times as long as the rest.
    """
    if level >= logging.INFO and not (exc_info or extra or stack_info) and _shows_text_alone(self):
        logging.root.handlers[0].emit_text(level, msg, args)
    else:
        # This function stands between the logger and its caller.
        _log_by_record(self, level, msg, args, exc_info, extra, stack_info, stacklevel + 1)


def _shows_text_alone(logger):
    if logging.getLogRecordFactory() is not logging.LogRecord:
        return False
    while logger is not logging.root:
        if type(logger) is not logging.Logger or logger.handlers or logger.filters or not logger.propagate:
            return False
        logger = logger.parent
    handlers = logger.handlers
    return (
        not logger.filters and len(handlers) == 1 and type(handlers[0]) is LogHandler and handlers[0].is_as_made()
    )


def _formatted(message, args):
    """The text of a record, as ``LogRecord`` and its ``getMessage`` make it."""
    text = str(message)
    if not args:
        return text
    if len(args) == 1 and isinstance(args[0], collections.abc.Mapping) and args[0]:
        args = args[0]
    return text % args


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
