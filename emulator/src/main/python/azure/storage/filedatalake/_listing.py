"""Listings of folders in pages, each read when it is asked for."""

import itertools

from azure.storage.filedatalake import _models

_PAGE_ENTRIES = 5000


def pages(lake, path, recursive, max_results):
    """The two functions that azure.core.paging fetches pages with."""
    listing = _Listing(lake, path, recursive, max_results or _PAGE_ENTRIES)
    return listing.fetch, lambda page: page


class _Listing:
    """Goes on where the page before ended; with a token of another listing it looks for the place first."""

    def __init__(self, lake, path, recursive, page_entries):
        self._lake = lake
        self._path = path
        self._recursive = recursive
        self._page_entries = page_entries
        self._entries = None
        self._next_path = None

    def fetch(self, token):
        self._lake.before_call(writes=False)
        if token is None or token != self._next_path:
            self._entries = self._from(token)
        prefix = self._lake.service_name("") + "/"
        page = [_models.PathProperties(name=prefix + path, stat=stat, is_directory=is_directory)
                for path, stat, is_directory in itertools.islice(self._entries, self._page_entries)]
        following = next(self._entries, None)
        if following is None:
            self._next_path = None
        else:
            self._next_path = following[0]
            self._entries = itertools.chain([following], self._entries)
        return self._next_path, page

    def _from(self, token):
        entries = self._lake.folder.entries(self._path, self._recursive)
        return entries if token is None else itertools.dropwhile(lambda entry: entry[0] != token, entries)
