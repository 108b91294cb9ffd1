"""Where compiled modules lie: a program that is handed out has those of its own files beside them, for a quick first start."""

import importlib._bootstrap_external as files
import os
import sys


def keep(kept, shipped):
    """Keeps compiled modules below the folder ``kept``, except those that lie beside the files in the folder ``shipped``.

    Nothing is ever written below ``shipped``, or beside the user's files.
    """
    sys.pycache_prefix = kept
    sys.dont_write_bytecode = False
    if not shipped:
        return
    inside = os.path.join(shipped, "")
    usual = files.cache_from_source

    def cache_from_source(path, *arguments, **named):
        if path.startswith(inside):
            folder, name = os.path.split(path)
            beside = os.path.join(folder, "__pycache__", f"{name.removesuffix('.py')}.{sys.implementation.cache_tag}.pyc")
            if os.path.exists(beside):
                return beside
        return usual(path, *arguments, **named)

    files.cache_from_source = cache_from_source
