"""Which invocation a piece of code belongs to.

A thread belongs to the run whose thread started it, and a job given to a pool of threads to the run that gave it, so
that what helper threads log or read is told to the right run. A thread that outlives its run goes on speaking for that
run, to which nobody listens any more, and never for another. A thread made outside of any run counts to the run that
was started last.
"""

import sys
import threading
from threading import current_thread, get_ident

_POOLS = "concurrent.futures.thread"

_active = []
_on_own_thread = {}
_thread_start = threading.Thread.start
_pools_followed = False


class Run:
    """One invocation under way: its number, the unfinished lines it printed, what it is connected to."""

    __slots__ = ("number", "partial_lines", "lakehouses", "endpoints", "addresses", "unread", "uncommitted", "ended")

    def __init__(self, number):
        self.number = number
        self.partial_lines = {}
        self.lakehouses = {}
        self.endpoints = {}  # lists, by the kind of endpoint
        self.addresses = {}  # the first one that a client of it was given, by the handle of an endpoint
        self.unread = []  # results of statements with an error among them that may never be read
        self.uncommitted = []  # of each connection, what it has written since its last commit
        self.ended = False


def begin(run):
    """Makes the calling thread, and those it will start, part of the run."""
    current_thread().bobbin_run = run
    _on_own_thread[get_ident()] = run
    _active.append(run)
    follow_pools()


def end(run):
    """Ends the run, on its own thread; nobody listens any more to threads it has left behind."""
    run.ended = True
    _on_own_thread.pop(get_ident(), None)
    _active.remove(run)


def current():
    """The run of the calling thread, or None when nothing runs."""
    run = _on_own_thread.get(get_ident())  # asked for every piece that is printed, so the usual case comes first
    if run is not None:
        return run
    run = getattr(current_thread(), "bobbin_run", None)
    if run is not None:
        return run
    return _active[-1] if _active else None


def follow_threads():
    """Lets every thread that user code starts inherit the run of the thread that starts it."""

    def start(thread):
        thread.bobbin_run = getattr(current_thread(), "bobbin_run", None)
        _thread_start(thread)

    threading.Thread.start = start


def follow_pools():
    """Does the same for jobs of a ThreadPoolExecutor, whose threads may serve several runs; once it is imported."""
    global _pools_followed
    if _pools_followed or _POOLS not in sys.modules:
        return
    _pools_followed = True
    pool = sys.modules[_POOLS].ThreadPoolExecutor
    submit_plainly = pool.submit

    def submit(self, fn, /, *args, **kwargs):
        run = getattr(current_thread(), "bobbin_run", None)
        return submit_plainly(self, _within, run, fn, *args, **kwargs)

    pool.submit = submit


def _within(run, job, /, *args, **kwargs):
    thread = current_thread()
    before = getattr(thread, "bobbin_run", None)
    thread.bobbin_run = run
    try:
        return job(*args, **kwargs)
    finally:
        thread.bobbin_run = before
