"""The same listings for ``async for``. Local data is quick: each page is fetched at once."""


class AsyncPageIterator:
    """Gives the pages of a synchronous PageIterator, each as an asynchronous iterator."""

    def __init__(self, pages):
        self._pages = pages

    @property
    def continuation_token(self):
        return self._pages.continuation_token

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return AsyncEntries(next(self._pages))
        except StopIteration:
            raise StopAsyncIteration("End of paging") from None


class AsyncEntries:
    """An asynchronous iterator over the entries of a synchronous one."""

    def __init__(self, entries):
        self._entries = entries

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return next(self._entries)
        except StopIteration:
            raise StopAsyncIteration from None


class AsyncItemPaged(AsyncEntries):
    """A listing for ``async for``, made of a synchronous ItemPaged."""

    def __init__(self, entries):
        super().__init__(entries)

    def by_page(self, continuation_token=None):
        """The pages."""
        return AsyncPageIterator(self._entries.by_page(continuation_token))
