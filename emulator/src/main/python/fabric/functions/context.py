"""Details of an invocation, as a function sees them. Contract: section 1.3."""


class UserDataFunctionContext:
    """Who calls, and the invocation's id."""

    def __init__(self, invocation_id, executing_user):
        self._invocation_id = invocation_id
        self._executing_user = dict(executing_user)

    @property
    def invocation_id(self):
        return self._invocation_id

    @property
    def executing_user(self):
        """A dict with the keys Oid, TenantId and PreferredUsername."""
        return self._executing_user
