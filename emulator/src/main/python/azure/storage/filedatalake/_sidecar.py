"""What the service keeps of a path beside its content: metadata and content settings.

They lie in a folder beside Files that mirrors it, one small JSON file for each path that has any.
"""

import json
import os

from azure.storage.filedatalake import _names, _writer

_SUFFIX = ".json"
_SELF = "%00.json"
"""Of a folder itself: no name has the character of code 0."""


class Sidecars:
    """Keeps and moves them along with the paths."""

    def __init__(self, root, history):
        self._root = root
        self._history = history

    def read(self, path):
        """A dict with ``metadata`` and ``content_settings``; empty when nothing was kept or it cannot be read."""
        for file in (self._file(path), self._own(path)):
            try:
                with open(file, encoding="utf-8") as stream:
                    return json.load(stream)
            except (OSError, ValueError):
                continue
        return {}

    def write(self, path, facts, is_directory=False):
        """Keeps them; nothing at all forgets what was kept."""
        file = self._own(path) if is_directory else self._file(path)
        facts = {name: value for name, value in facts.items() if value}
        if not facts:
            if os.path.exists(file):
                self._history.remove(file)
            return
        self._history.make_folders(os.path.dirname(file))
        temporary = _writer.temporary_beside(file)
        with open(temporary, "w", encoding="utf-8") as stream:
            json.dump(facts, stream)
        self._history.before_put(file)
        os.replace(temporary, file)

    def forget(self, path):
        """Forgets those of a path and of all below it."""
        if not os.path.isdir(self._root):
            return
        for place in (self._file(path), self._folder(path)):
            if os.path.exists(place):
                self._history.remove(place)

    def move(self, path, new_path):
        """Takes those of a path and of all below it along to a new one."""
        self.forget(new_path)
        for old, new in ((self._file(path), self._file(new_path)), (self._folder(path), self._folder(new_path))):
            if os.path.exists(old):
                self._history.make_folders(os.path.dirname(new))
                self._history.move(old, new)

    def _folder(self, path):
        return os.path.join(self._root, *map(_names.local_name, path.split("/"))) if path else self._root

    def _file(self, path):
        return self._folder(path) + _SUFFIX

    def _own(self, path):
        return os.path.join(self._folder(path), _SELF)
