"""Which invocation a piece of code belongs to.

A thread belongs to the run whose thread started it, so that what helper threads log or read is told to the right
run. A thread that outlives its run, or that was made outside of any, counts to the run that was started last.
"""

import threading

_active = []
_thread_start = threading.Thread.start


class Run:
    """One invocation under way: its number, the unfinished lines it printed, the lakehouses it is connected to."""

    __slots__ = ("number", "partial_lines", "lakehouses", "ended")

    def __init__(self, number):
        self.number = number
        self.partial_lines = {}
        self.lakehouses = {}
        self.ended = False


def begin(run):
    """Makes the calling thread, and those it will start, part of the run."""
    threading.current_thread().bobbin_run = run
    _active.append(run)


def end(run):
    """Ends the run; threads it left behind no longer speak for it."""
    run.ended = True
    _active.remove(run)


def current():
    """The run of the calling thread, or None when nothing runs."""
    run = getattr(threading.current_thread(), "bobbin_run", None)
    if run is not None and not run.ended:
        return run
    return _active[-1] if _active else None


def follow_threads():
    """Lets every thread that user code starts inherit the run of the thread that starts it."""

    def start(thread):
        thread.bobbin_run = getattr(threading.current_thread(), "bobbin_run", None)
        _thread_start(thread)

    threading.Thread.start = start
