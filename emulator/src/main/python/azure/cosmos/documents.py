"""The constants and settings of the real package's module of this name."""


class ConsistencyLevel:
    """Consistency levels; the local store is always strong."""

    Strong = "Strong"
    BoundedStaleness = "BoundedStaleness"
    Session = "Session"
    Eventual = "Eventual"
    ConsistentPrefix = "ConsistentPrefix"


class IndexingMode:
    """Modes of an index, which makes no difference here."""

    Consistent = "consistent"
    Lazy = "lazy"
    NoIndex = "none"


class IndexKind:
    """Kinds of an index, which makes no difference here."""

    Hash = "Hash"
    MultiHash = "MultiHash"
    Range = "Range"


class DataType:
    """Data types of an index."""

    Number = "Number"
    String = "String"
    Point = "Point"
    LineString = "LineString"
    Polygon = "Polygon"
    MultiPolygon = "MultiPolygon"


class PartitionKind:
    """Kinds of a partition key."""

    Hash = "Hash"
    MultiHash = "MultiHash"


class PermissionMode:
    """What a permission allows; permissions are not stood in for."""

    NoneMode = "none"
    Read = "read"
    All = "all"


class TriggerType:
    """When a trigger runs; triggers are not stood in for."""

    Pre = "pre"
    Post = "post"


class TriggerOperation:
    """What a trigger runs for; triggers are not stood in for."""

    All = "all"
    Create = "create"
    Update = "update"
    Delete = "delete"
    Replace = "replace"


class ConnectionMode:
    """How the real client reaches the service."""

    Gateway = 0


class SSLConfiguration:
    """Certificates of a connection; nothing is connected to."""

    def __init__(self):
        self.SSLKeyFile = None
        self.SSLCertFile = None
        self.SSLCaCerts = None


class ProxyConfiguration:
    """A proxy; nothing is connected to."""

    def __init__(self):
        self.Host = None
        self.Port = None


class ConnectionPolicy:
    """How the real client connects; nothing is connected to."""

    def __init__(self):
        self.RequestTimeout = 5
        self.ConnectionMode = ConnectionMode.Gateway
        self.SSLConfiguration = None
        self.ProxyConfiguration = None
        self.EnableEndpointDiscovery = True
        self.PreferredLocations = []
        self.UseMultipleWriteLocations = False
        self.ConnectionRetryConfiguration = None
        self.DisableSSLVerification = False


class DatabaseAccount:
    """What is known of an account."""

    def __init__(self):
        self.DatabasesLink = ""
        self.MediaLink = ""
        self.MaxMediaStorageUsageInMB = 0
        self.CurrentMediaStorageUsageInMB = 0
        self.ConsistencyPolicy = {"defaultConsistencyLevel": ConsistencyLevel.Session}
        self.ConsumedDocumentStorageInMB = 0
        self.ReservedDocumentStorageInMB = 0
        self.ProvisionedDocumentStorageInMB = 0

    @property
    def WritableLocations(self):
        return []

    @property
    def ReadableLocations(self):
        return []
