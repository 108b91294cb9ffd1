"""Entry for an engine that embeds the interpreter instead of starting a Python program."""

import sys

from bobbin_worker.worker import Worker


def start(send, settle=None):
    """Makes the worker of this interpreter and says ``ready``.

    ``send`` takes a message as JSON text. The engine gives messages, also as JSON text, to the worker's ``receive``.
    ``settle``, when given, is called at the end of a run and returns when all that was written past ``sys.stdout``
    has been reported.
    """
    worker = Worker(send, settle)
    worker.send({
        "type": "ready",
        "python": ".".join(str(part) for part in sys.version_info[:3]),
        "implementation": sys.implementation.name,
    })
    return worker
