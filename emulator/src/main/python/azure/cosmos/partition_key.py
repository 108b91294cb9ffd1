"""Partition keys of containers, and values of them."""


class NonePartitionKeyValue:
    """Means items without a value for the partition key."""


class NullPartitionKeyValue:
    """Means items whose value for the partition key is null."""


class PartitionKey(dict):
    """The path or paths of a partition key: ``PartitionKey("/category")``, or several with ``kind="MultiHash"``."""

    def __init__(self, path, kind="Hash", version=2):
        paths = [path] if isinstance(path, str) else list(path)
        super().__init__(paths=paths, kind="MultiHash" if len(paths) > 1 else kind, version=version)

    def __repr__(self):
        return f"<PartitionKey [{self.path}]>"[:1024]

    @property
    def kind(self):
        return self["kind"]

    @kind.setter
    def kind(self, value):
        self["kind"] = value

    @property
    def path(self):
        return self["paths"][0] if self.kind == "Hash" else self["paths"]

    @path.setter
    def path(self, value):
        self["paths"] = [value] if isinstance(value, str) else list(value)

    @property
    def version(self):
        return self["version"]

    @version.setter
    def version(self, value):
        self["version"] = value


def values_of(partition_key):
    """The values as the host takes them: a list, with an empty object for what is not there."""
    if partition_key is NonePartitionKeyValue:
        return [{}]
    if partition_key is NullPartitionKeyValue:
        return [None]
    return list(partition_key) if isinstance(partition_key, (list, tuple)) else [partition_key]
