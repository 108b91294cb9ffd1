"""Loads the text of a function_app.py as a module and finds its functions."""

import linecache
import os
import sys

from bobbin_worker import traceback_report

MODULE_NAME = "function_app"
_WORKER = os.path.dirname(os.path.abspath(__file__))
_SHIM = os.path.dirname(_WORKER)
_BUNDLED = os.path.join(_WORKER, "bundled")
"""Libraries that the SDK brings in the service: requests and what it needs."""


class Failure:
    """The module cannot be loaded; ``missing_module`` names a library that is not there, or is None."""

    def __init__(self, error):
        self.traceback = traceback_report.report(error)
        if isinstance(error, SystemExit):
            self.traceback["message"] = "The code ended Python (exit: %s) while it was being imported." % (error.code,)
        missing = error.name if isinstance(error, ModuleNotFoundError) else None
        self.missing_module = missing or None


def load(path, source, libraries):
    """Runs the source under its real path. Returns its functions by name, or a Failure."""
    _move_to(os.path.dirname(path), libraries)
    linecache.cache[path] = (len(source), None, source.splitlines(keepends=True), path)
    module = type(sys)(MODULE_NAME)
    module.__file__ = path
    sys.modules[MODULE_NAME] = module
    try:
        exec(compile(source, path, "exec", dont_inherit=True), module.__dict__)
    except BaseException as error:
        return Failure(error)
    return functions_of(module)


def expect(source):
    """Imports what the first call of this source will want, so that it need not wait for it. Never fails."""
    if "FabricSqlConnection" in source:
        try:
            import pyodbc  # noqa: F401
        except Exception:
            pass  # the call itself meets it, and tells


def functions_of(module):
    """The functions registered with the apps that the module's variables hold, by name, in order of definition."""
    from fabric.functions.user_data_functions import UserDataFunctions

    found = {}
    for value in list(vars(module).values()):
        if isinstance(value, UserDataFunctions):
            found.update(value.registered_functions())
    return found


def _move_to(folder, libraries):
    """Makes the item's folder the current one, as it is in the service, and puts it and the libraries on the path.

    The shim stays in front: nothing an item or the user's Python brings along may reach past it to a real service.
    What Bobbin bundles comes last, for whoever has no other.
    """
    try:
        os.chdir(folder)
    except OSError:
        pass  # an item that has not been saved yet
    first = [_SHIM, folder, *libraries]
    sys.path[:] = first + [entry for entry in sys.path if entry not in first and entry != _BUNDLED] + [_BUNDLED]
