"""Operations that take long in the service. Here they are done before their poller is made."""


class LROPoller:
    """The poller of an operation that has ended."""

    def __init__(self, result):
        self._result = result

    def result(self, timeout=None):
        return self._result

    def wait(self, timeout=None):
        """Nothing to wait for."""

    def done(self):
        return True

    def status(self):
        return "Succeeded"

    def continuation_token(self):
        return ""

    def add_done_callback(self, func):
        func(self)

    def remove_done_callback(self, func):
        raise ValueError("Process is complete")


class AsyncLROPoller:
    """The same for ``await``."""

    def __init__(self, result):
        self._result = result

    async def result(self):
        return self._result

    async def wait(self):
        """Nothing to wait for."""

    def done(self):
        return True

    def status(self):
        return "Succeeded"

    def __await__(self):
        return self.result().__await__()
