"""What the client itself asks of an id, before anything is sent. Source: ``_validate_resource`` of the package."""

_FORBIDDEN = frozenset("/\\#?\t\r\n")


def check(resource):
    """Raises ValueError and TypeError for an id that the client does not send; a missing one is left to the service."""
    id = resource.get("id")
    if not id:
        return
    if not isinstance(id, str):
        raise TypeError("Id type must be a string.")
    if not _FORBIDDEN.isdisjoint(id[:-1] if id.endswith("\n") else id):
        raise ValueError("Id contains illegal chars.")
    if id[-1] in (" ", "\n"):
        raise ValueError("Id ends with a space or newline.")
