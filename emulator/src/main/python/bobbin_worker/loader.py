"""Loads the text of a function_app.py as a module and finds its functions."""

import linecache
import os
import sys

from bobbin_worker import traceback_report

MODULE_NAME = "function_app"


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
    _extend_search_path(path, libraries)
    linecache.cache[path] = (len(source), None, source.splitlines(keepends=True), path)
    module = type(sys)(MODULE_NAME)
    module.__file__ = path
    sys.modules[MODULE_NAME] = module
    try:
        exec(compile(source, path, "exec", dont_inherit=True), module.__dict__)
    except BaseException as error:
        return Failure(error)
    return functions_of(module)


def functions_of(module):
    """The functions registered with the apps that the module's variables hold, by name, in order of definition."""
    from fabric.functions.user_data_functions import UserDataFunctions

    found = {}
    for value in list(vars(module).values()):
        if isinstance(value, UserDataFunctions):
            found.update(value.registered_functions())
    return found


def _extend_search_path(path, libraries):
    wanted = [os.path.dirname(path), *libraries]
    sys.path[:0] = [entry for entry in wanted if entry not in sys.path]
