"""The worker: takes the host's messages, sends its own."""

import sys
from json import dumps, loads  # names of our own: user code may replace those in the module
from threading import Semaphore
from time import time

from bobbin_worker import host, invocation, loader, logs, runs
from bobbin_worker.encoder import plain

UNUSABLE = 98
"""Exit code: user code has changed the interpreter so much that a call can no longer be answered."""


OUT_OF_MEMORY = 97
"""Exit code: there is no memory left to tell how a call has ended."""


class Outside:
    """The process around the worker.

    ``send`` takes one message as a line of JSON text, without its line feed, on any thread. ``end`` ends the process
    with an exit code. ``carry_out`` has a thread call a callable with arguments, and returns at once. ``log`` sends a
    log line, given as the number of a run or None, a level and a message; None has it sent like any message.
    ``settle`` returns when all that was written past ``sys.stdout`` has been reported; None where nothing can be.
    """

    def __init__(self, send, end, carry_out, log=None, settle=None):
        self.send = send
        self.end = end
        self.carry_out = carry_out
        self.log = log
        self.settle = settle


class Worker:
    """Loads one version of one module and makes calls to its functions."""

    def __init__(self, outside):
        self._outside = outside
        self._functions = {}
        host.connect(self.send)
        runs.follow_threads()
        logs.install(outside.log or self._send_log, outside.settle)

    def say_ready(self):
        """Tells the host that a module can be loaded."""
        self.send({
            "type": "ready",
            "python": "%d.%d.%d" % sys.version_info[:3],
            "implementation": sys.implementation.name,
        })

    def send(self, message):
        """Sends a message; values JSON does not know are written as the SDK writes them."""
        self._outside.send(dumps(message, default=plain))

    def _send_log(self, run, level, message):
        self.send({"type": "log", "run": run, "time": int(time() * 1000), "level": level, "message": message})

    def receive(self, line):
        """Carries out one message of the host, given as JSON text. Returns False when the worker shall end."""
        try:
            message = loads(line)
            handle = self._HANDLERS.get(message["type"])
        except (ValueError, TypeError, KeyError):
            handle = None
        if handle is None:
            logs.report("WARNING", f"Dropped a line that is no message of the protocol: {line!r:.200}")
            return True
        handle(self, message)
        return message["type"] != "shutdown"

    def load(self, message):
        """Loads the module; returns when that has succeeded or failed. Answers ``loaded`` or ``loadFailed``."""
        done = Semaphore(0)
        self._outside.carry_out(self._answering, self._load, message, done)
        done.acquire()

    def invoke(self, message):
        """Starts a call on a thread of its own; ``result`` is sent when it has ended."""
        try:
            self._outside.carry_out(self._answering, invocation.carry_out, message, self._functions, self.send)
        except RuntimeError as error:
            # The system gives no more threads: this call fails, those under way do not.
            invocation.refuse(message, error, self.send)

    def host_result(self, message):
        """Hands the answer to a host call to the thread that waits for it."""
        host.answer(message)

    def _answering(self, job, *args):
        """Carries out a job that ends with an answer. Without one the host would wait for ever, so the process ends."""
        try:
            job(*args)
        except MemoryError:
            self._outside.end(OUT_OF_MEMORY)
        except BaseException:
            self._outside.end(UNUSABLE)

    def _load(self, message, done):
        outcome = loader.load(message["path"], message["source"], message.get("libraries") or [])
        if isinstance(outcome, loader.Failure):
            self.send({
                "type": "loadFailed",
                "module": message["module"],
                "traceback": outcome.traceback,
                "missingModule": outcome.missing_module,
            })
        else:
            self._functions = outcome
            self.send({"type": "loaded", "module": message["module"], "functions": list(outcome)})
        done.release()
        loader.expect(message["source"])

    _HANDLERS = {
        "load": load,
        "invoke": invoke,
        "hostResult": host_result,
        "hostError": host_result,
        "shutdown": lambda self, message: None,
    }
