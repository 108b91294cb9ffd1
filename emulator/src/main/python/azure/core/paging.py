"""Listings that are fetched page by page, as azure.core.paging documents them."""


class PageIterator:
    """Fetches one page after another.

    ``get_next(token)`` gives an answer, ``extract_data(answer)`` the next token (None at the end) and the entries.
    ``continuation_token`` names the next page and can be given to ``by_page`` of another listing.
    """

    def __init__(self, get_next, extract_data, continuation_token=None):
        self._get_next = get_next
        self._extract_data = extract_data
        self.continuation_token = continuation_token
        self._did_a_call_already = False

    def __iter__(self):
        return self

    def __next__(self):
        if self.continuation_token is None and self._did_a_call_already:
            raise StopIteration("End of paging")
        answer = self._get_next(self.continuation_token)
        self._did_a_call_already = True
        self.continuation_token, entries = self._extract_data(answer)
        return iter(entries)

    next = __next__


class ItemPaged:
    """An iterator over a listing. Nothing is fetched before it is asked for."""

    def __init__(self, *args, page_iterator_class=PageIterator, **kwargs):
        self._args = args
        self._kwargs = kwargs
        self._page_iterator_class = page_iterator_class
        self._entries = None

    def by_page(self, continuation_token=None):
        """The pages; each is an iterator over entries."""
        return self._page_iterator_class(*self._args, continuation_token=continuation_token, **self._kwargs)

    def __iter__(self):
        return self

    def __next__(self):
        if self._entries is None:
            self._entries = (entry for page in self.by_page() for entry in page)
        return next(self._entries)

    next = __next__


def paged(fetch):
    """An ItemPaged of ``fetch(token)``, which gives the next token and a list of entries."""
    return ItemPaged(fetch, lambda answer: answer)
