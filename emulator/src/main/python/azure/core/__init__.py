"""The part of azure-core that the local stand-ins show."""

from enum import Enum

from bobbin_worker.installed import InstalledToo

__path__ = InstalledToo(__path__, __name__)


class MatchConditions(Enum):
    """How an ETag given to a call is compared with that of the resource."""

    Unconditionally = 1
    IfNotModified = 2
    IfModified = 3
    IfPresent = 4
    IfMissing = 5


__all__ = ["MatchConditions"]
