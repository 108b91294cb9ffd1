"""Names of headers and numbers of statuses, as functions compare them."""


class HttpHeaders:
    """Headers of requests and answers."""

    Authorization = "authorization"
    ContentType = "Content-Type"
    ETag = "etag"
    IfMatch = "If-Match"
    IfNoneMatch = "If-None-Match"
    ActivityId = "x-ms-activity-id"
    Continuation = "x-ms-continuation"
    IndexUtilization = "x-ms-cosmos-index-utilization"
    ItemCount = "x-ms-item-count"
    PartitionKey = "x-ms-documentdb-partitionkey"
    QueryMetrics = "x-ms-documentdb-query-metrics"
    RequestCharge = "x-ms-request-charge"
    RetryAfterInMilliseconds = "x-ms-retry-after-ms"
    SessionToken = "x-ms-session-token"
    SubStatus = "x-ms-substatus"


class StatusCodes:
    """Statuses of answers."""

    OK = 200
    CREATED = 201
    ACCEPTED = 202
    NO_CONTENT = 204
    NOT_MODIFIED = 304
    BAD_REQUEST = 400
    UNAUTHORIZED = 401
    FORBIDDEN = 403
    NOT_FOUND = 404
    METHOD_NOT_ALLOWED = 405
    REQUEST_TIMEOUT = 408
    CONFLICT = 409
    GONE = 410
    PRECONDITION_FAILED = 412
    REQUEST_ENTITY_TOO_LARGE = 413
    FAILED_DEPENDENCY = 424
    TOO_MANY_REQUESTS = 429
    RETRY_WITH = 449
    INTERNAL_SERVER_ERROR = 500
    SERVICE_UNAVAILABLE = 503


class SubStatusCodes:
    """What a status means in particular."""

    UNKNOWN = 0
    CROSS_PARTITION_QUERY_NOT_SERVABLE = 1004
    OWNER_RESOURCE_NOT_FOUND = 1003
    READ_SESSION_NOTAVAILABLE = 1002
