"""Entry for an engine that embeds the interpreter instead of starting a Python program."""

import sys

from bobbin_worker.worker import Worker


def start(send):
    """Makes the worker of this interpreter and says ``ready``.

    ``send`` takes a message as JSON text. The engine gives messages, also as JSON text, to the worker's ``receive``:
    ``load`` returns when the module is loaded, everything else at once.
    """
    worker = Worker(send)
    announce(worker)
    return worker


def announce(worker):
    """Tells the host which interpreter this is."""
    worker.send({
        "type": "ready",
        "python": ".".join(str(part) for part in sys.version_info[:3]),
        "implementation": sys.implementation.name,
    })
