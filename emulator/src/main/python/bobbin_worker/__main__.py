"""The worker as a program: ``python -m bobbin_worker``, messages on standard input and output."""

import os
import sys

from bobbin_worker import descriptors


def main():
    """Serves the host until it says ``shutdown`` or goes away."""
    incoming, outgoing = descriptors.claim()
    from bobbin_worker import embedded

    stray = descriptors.StrayOutput()
    worker = embedded.start(outgoing.send_line)
    stray.watch()
    for line in incoming:
        if line.strip() and not worker.receive(line):
            break
    os._exit(0)


if __name__ == "__main__":
    main()
