"""Users of resource tokens. They are not stood in for: access is not limited here."""

REFUSAL = "Bobbin does not stand in for the users and permissions of Cosmos DB: access is not limited here."


class UserProxy:
    """Refuses to be made."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError(REFUSAL)
