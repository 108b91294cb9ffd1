"""Lets calls to a connection go wrong on purpose, as its switches say."""

import threading


class BadDay:
    """The switches of one connection in one run.

    ``failure`` is denied, not-found, throttled, dropped or read-only (writes are denied), or None; ``after_calls`` calls
    work before it begins; every call takes ``latency_millis`` longer.
    """

    def __init__(self, switches):
        self._failure = switches.get("failure")
        self._after_calls = switches.get("afterCalls") or 0
        self._latency_seconds = (switches.get("latencyMillis") or 0) / 1000
        self._calls = 0
        self._lock = threading.Lock()

    def before_call(self, writes, error_for):
        """Waits, then raises ``error_for(failure)`` when this call shall fail."""
        if self._latency_seconds:
            import time

            time.sleep(self._latency_seconds)
        with self._lock:
            self._calls += 1
            due = self._calls > self._after_calls
        if self._failure and due and (writes or self._failure != "read-only"):
            raise error_for(self._failure)


def of(endpoint):
    """The bad day of an endpoint, or None when all goes well. One for all clients of the run, so that calls add up."""
    switches = endpoint.get("BadDay")
    if not switches:
        return None
    if not isinstance(switches, BadDay):
        switches = endpoint["BadDay"] = BadDay(switches)
    return switches
