"""Lets a package of a stand-in take from the installed one what it has not."""

import os
import sys


class InstalledToo(list):
    """The search path of a stand-in's package: its own folder, then those of the same name that the item or the user's Python brings.

    It follows sys.path, which changes with the item.
    """

    def __init__(self, own, name):
        super().__init__(own)
        self._place = name.replace(".", os.sep)

    def __iter__(self):
        own = list(super().__iter__())
        yield from own
        for entry in sys.path:
            folder = os.path.join(entry, self._place)
            if folder not in own:
                yield folder
