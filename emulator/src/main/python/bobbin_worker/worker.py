"""The worker: takes the host's messages, sends its own."""

import json

from bobbin_worker import host, invocation, loader, logs, runs, threads
from bobbin_worker.encoder import plain


class Worker:
    """Loads one version of one module and makes calls to its functions.

    ``send`` takes one message as a line of JSON text, without its line feed; it may be called on any thread.
    ``settle``: see ``embedded.start``.
    """

    def __init__(self, send, settle=None):
        self._send_text = send
        self._functions = {}
        host.connect(self.send)
        runs.follow_threads()
        logs.install(self.send, settle)

    def send(self, message):
        """Sends a message; values JSON does not know are written as the SDK writes them."""
        self._send_text(json.dumps(message, default=plain))

    def receive(self, line):
        """Carries out one message of the host, given as JSON text. Returns False when the worker shall end."""
        try:
            message = json.loads(line)
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
        thread = threads.start(self._load, message)
        thread.join()

    def invoke(self, message):
        """Starts a call on a thread of its own; ``result`` is sent when it has ended."""
        threads.carry_out(invocation.carry_out, message, self._functions, self.send)

    def host_result(self, message):
        """Hands the answer to a host call to the thread that waits for it."""
        host.answer(message)

    def _load(self, message):
        outcome = loader.load(message["path"], message["source"], message.get("libraries") or [])
        if isinstance(outcome, loader.Failure):
            self.send({
                "type": "loadFailed",
                "module": message["module"],
                "traceback": outcome.traceback,
                "missingModule": outcome.missing_module,
            })
            return
        self._functions = outcome
        self.send({"type": "loaded", "module": message["module"], "functions": list(outcome)})

    _HANDLERS = {
        "load": load,
        "invoke": invoke,
        "hostResult": host_result,
        "hostError": host_result,
        "shutdown": lambda self, message: None,
    }
