"""Entry for an engine that embeds the interpreter instead of starting a Python program."""

import builtins
import operator
import os
import time

from polyglot import ForeignException

from bobbin_worker.worker import Outside, Worker

_TIME_ZONES = os.pathsep.join(
    ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
)
"""Where zoneinfo looks on a Python that was built for this system."""


def start(send, end_process, carry_out, log, settle):
    """Makes the worker of this interpreter and says ``ready``. The engine gives messages to the worker's ``receive``.

    ``send`` takes a message as JSON text. ``end_process`` takes an exit code and does not return. ``carry_out`` takes
    a callable and its arguments, has a thread of the engine's own call it, and returns at once: the engine notices
    when such a thread is ended by something that Python cannot catch, which a thread of Python's would not tell.
    ``log`` takes the number of a run or None, a level and a message: much quicker than as JSON text.
    ``settle`` returns when what was written past ``sys.stdout`` has been told.
    All of them answer False, and do nothing, where the stack has no room left for them.
    """
    send, end_process, carry_out, log, settle = map(_of_python, (send, end_process, carry_out, log, settle))
    _complete_the_interpreter(end_process)
    worker = Worker(Outside(send, end_process, carry_out, log, settle))
    worker.say_ready()
    return worker


def _of_python(function):
    """A function of the engine's that ends as Python's do where the stack does."""

    def call(*arguments):
        try:
            room = function(*arguments)
        except ForeignException as error:
            if "StackOverflowError" not in str(error):
                raise
            room = False
        if not room:
            raise RecursionError("maximum recursion depth exceeded")

    return call


def _complete_the_interpreter(end_process):
    """Adds what a Python program has and an embedded interpreter lacks, or does differently.

    Embedded, ``os._exit`` would end its thread only, and the caller would wait for ever.
    """
    system = __import__(os.name)
    for module in (os, system):
        module._exit = lambda status: end_process(status)
        module.abort = lambda: end_process(134)
    os.environ.setdefault("PYTHONTZPATH", _TIME_ZONES)
    time.sleep = _sleeping(time.sleep)
    if not hasattr(builtins, "exit"):
        builtins.exit = builtins.quit = _exit


def _sleeping(past):
    """The interpreter's own sleeps up to a second longer when it is given whole seconds, and takes any number."""

    def sleep(seconds, /):
        past(seconds if isinstance(seconds, float) else float(operator.index(seconds)))

    return sleep


def _exit(code=None):
    raise SystemExit(code)
