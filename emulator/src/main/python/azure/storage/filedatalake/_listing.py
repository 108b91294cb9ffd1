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
        self._ahead = ()  # the first entry of the next page
        self._next_path = None

    def fetch(self, token):
        self._lake.before_call(writes=False)
        if token is None or token != self._next_path:
            self._entries, self._ahead = self._from(token), ()
        prefix = self._lake.service_name("") + "/"
        entries = itertools.chain(self._ahead, self._entries)
        page = [_models.PathProperties(name=prefix + path, stat=stat, is_directory=is_directory)
                for path, stat, is_directory in itertools.islice(entries, self._page_entries)]
        following = next(entries, None)
        self._ahead = () if following is None else (following,)
        self._next_path = None if following is None else following[0]
        return self._next_path, page

    def _from(self, token):
        entries = self._lake.entries(self._path, self._recursive)
        return entries if token is None else itertools.dropwhile(lambda entry: entry[0] != token, entries)
