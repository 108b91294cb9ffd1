"""The worker as a program: ``python -m bobbin_worker``, messages on standard input and output."""

import os

from bobbin_worker import descriptors, embedded


def main():
    """Serves the host until it says ``shutdown`` or goes away."""
    incoming, outgoing = descriptors.claim()
    stray = descriptors.StrayOutput()
    worker = embedded.start(outgoing.send_line, stray.settle)
    stray.watch()
    for line in incoming:
        if line.strip() and not worker.receive(line):
            break
    os._exit(0)  # whatever threads the user's code has left running


if __name__ == "__main__":
    main()
