"""What a run did to the files of a lakehouse, and what was there before: for the list of changes, and for undoing it.

Nothing is copied where the disk can help it: what is replaced gets a second name in the run's history folder, what is
deleted moves there. Read by the host, ``standin.files.FileChanges``.
"""

import itertools
import json
import os
import threading

from azure.storage.filedatalake import _errors

_OTHER_DISK = _errors.numbers("EXDEV")


class Unrecorded:
    """Keeps nothing."""

    def before_put(self, place):
        """Called before a file appears at a place, whether one is there or not."""

    def move(self, place, target):
        """Moves a file or folder to a place where nothing is, or a file."""
        os.replace(place, target)

    def make_folders(self, place):
        os.makedirs(place, exist_ok=True)

    def remove(self, place):
        """Removes a file, a link, or a folder with all it holds."""
        if os.path.isdir(place) and not os.path.islink(place):
            import shutil

            shutil.rmtree(place)
        else:
            os.remove(place)


class History(Unrecorded):
    """The history of one run. ``folder`` is made when there is something to keep; ``lakehouse`` holds all places."""

    def __init__(self, folder, lakehouse):
        self._folder = folder
        self._kept = os.path.join(folder, "kept")
        self._lakehouse = os.path.realpath(lakehouse)
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._known = set()
        """Places whose state before the run is kept, as long as no folder was moved or removed."""

    def before_put(self, place):
        with self._lock:
            if place not in self._known:
                self._record(op="put", place=self._name(place), kept=self._keep_file(place))
                self._known.add(place)

    def move(self, place, target):
        with self._lock:
            kept = self._keep_file(target) if place != target else None
            self._record(op="move", place=self._name(place), target=self._name(target), kept=kept)
            try:
                os.replace(place, target)
            except BaseException:
                self._record(op="failed")
                raise
            self._known.clear()

    def make_folders(self, place):
        if os.path.isdir(place):
            return
        with self._lock:
            missing = []
            above = place
            while not os.path.exists(above):
                missing.append(above)
                above = os.path.dirname(above)
            for folder in reversed(missing):
                self._record(op="folder", place=self._name(folder))
            os.makedirs(place, exist_ok=True)

    def remove(self, place):
        with self._lock:
            if place in self._known and not os.path.isdir(place):
                os.remove(place)
                return
            os.stat(place, follow_symlinks=False)  # what is not there leaves no record
            kept = self._next_number()
            self._record(op="delete", place=self._name(place), kept=kept)
            move(place, os.path.join(self._kept, kept))
            if os.path.isdir(os.path.join(self._kept, kept)):
                self._known.clear()
            else:
                self._known.add(place)

    def _keep_file(self, place):
        if not os.path.isfile(place):
            return None
        kept = self._next_number()
        target = os.path.join(self._kept, kept)
        try:
            os.link(os.path.realpath(place), target)
        except OSError:
            # Another disk, one without second names, or the embedded Python, which cannot make them.
            import shutil

            shutil.copy2(place, target)
        return kept

    def _next_number(self):
        os.makedirs(self._kept, exist_ok=True)
        return str(next(self._numbers))

    def _name(self, place):
        return os.path.relpath(place, self._lakehouse).replace(os.sep, "/")

    def _record(self, **entry):
        os.makedirs(self._folder, exist_ok=True)
        with open(os.path.join(self._folder, "files.jsonl"), "a", encoding="utf-8") as stream:
            stream.write(json.dumps(entry) + "\n")


def move(place, target):
    """Moves a file or folder, to another disk too."""
    try:
        os.replace(place, target)
    except OSError as error:
        if error.errno not in _OTHER_DISK:
            raise
        import shutil

        shutil.move(place, target)


def of(endpoint):
    """The history of an endpoint: one for all clients of the run."""
    history = endpoint.get("History")
    if not history:
        return Unrecorded()
    if not isinstance(history, History):
        history = endpoint["History"] = History(history, os.path.dirname(endpoint["Folder"]))
    return history
