"""Threads with a stack deep enough for user code, kept for the next call: starting one costs more than a call."""

import threading

from bobbin_worker import memory

STACK_BYTES = 64 * 1024 * 1024
"""Holds Python's recursion limit on an interpreter that recurses on the native stack."""

_parked = []
_start_lock = threading.Lock()
_thread_start = threading.Thread.start


def carry_out(job, *args):
    """Has a thread carry out a job; returns at once. Raises RuntimeError when no thread can be had."""
    try:
        carrier = _parked.pop()
    except IndexError:
        carrier = _Carrier()
        start(carrier.run)
    carrier.give(job, args)


def start(target, *args):
    """Starts a daemon thread with a deep stack. Raises RuntimeError when the system has no room for one."""
    thread = threading.Thread(target=target, args=args, daemon=True)
    with _start_lock:
        before = threading.stack_size(STACK_BYTES)
        memory.allow_stack(STACK_BYTES)
        try:
            _thread_start(thread)
        finally:
            threading.stack_size(before)
    return thread


class _Carrier:
    """A thread that carries out one job after another."""

    def __init__(self):
        self._given = threading.Semaphore(0)
        self._job = None

    def give(self, job, args):
        self._job = (job, args)
        self._given.release()

    def run(self):
        while True:
            self._given.acquire()
            job, args = self._job
            self._job = None
            try:
                job(*args)
            finally:
                _parked.append(self)
