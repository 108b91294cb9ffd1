"""The worker as a program: ``python -m bobbin_worker [memory limit in MB]``, messages on standard input and output."""

import os
import signal
import sys

from bobbin_worker import descriptors, memory, threads
from bobbin_worker.worker import Outside, Worker


def main():
    """Serves the host until it says ``shutdown`` or goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # meant for the host, in a terminal; the host ends this process
    if len(sys.argv) > 1:
        memory.limit(int(sys.argv.pop()))
    incoming, outgoing = descriptors.claim()
    stray = descriptors.StrayOutput()
    worker = Worker(Outside(outgoing.send_line, os._exit, threads.carry_out, settle=stray.settle))
    descriptors.follow_forks(outgoing, stray)
    # The worker and the shim are loaded: from here on nothing is written beside the user's code.
    sys.dont_write_bytecode = True
    worker.say_ready()
    stray.watch()
    for line in incoming:
        if line.strip() and not worker.receive(line):
            break
    os._exit(0)  # whatever threads the user's code has left running


if __name__ == "__main__":
    main()
