"""A container and its items."""

import warnings

from azure.core.paging import paged
from azure.cosmos import _batch, _change_feed, _conditions, _feed_ranges, _ids, _responses, exceptions
from azure.cosmos._options import cosmos_options
from azure.cosmos.offer import ThroughputProperties
from azure.cosmos.partition_key import values_of
from azure.cosmos.scripts import ScriptsProxy

_NO_KEY = object()


class ContainerProxy:
    """Works on one container. Making one asks nothing of the account."""

    def __init__(self, account, database, id, properties=None):
        self.client_connection = self._account = account
        self._database = database
        self.id = id
        self.container_link = f"dbs/{database}/colls/{id}"
        self._properties = properties

    def __repr__(self):
        return f"<ContainerProxy [{self.container_link}]>"[:1024]

    @cosmos_options()
    def read(self, populate_partition_key_range_statistics=None, populate_quota_info=None, **kwargs):
        """The properties of the container. Raises CosmosResourceNotFoundError."""
        return _responses.answer(self._account, self._call("readContainer"), kwargs)

    @cosmos_options()
    def read_item(self, item, partition_key, populate_query_metrics=None, post_trigger_include=None, **kwargs):
        """An item by id, or by the item itself, and partition key. Raises CosmosResourceNotFoundError."""
        body = self._call("read", id=_id(item), partitionKey=values_of(partition_key))
        return _responses.answer(self._account, body, kwargs)

    @cosmos_options()
    def read_all_items(self, max_item_count=None, populate_query_metrics=None, **kwargs):
        """All items."""
        return self._paged({"query": "SELECT * FROM c", "crossPartition": True}, max_item_count, kwargs)

    @cosmos_options("continuation_token_limit", "feed_range", "full_text_score_scope")
    def query_items(self, query, parameters=None, partition_key=_NO_KEY, enable_cross_partition_query=None,
                    max_item_count=None, enable_scan_in_query=None, populate_query_metrics=None, **kwargs):
        """The rows that a query gives. Raises CosmosHttpResponseError (400) at the first row when it is not valid."""
        question = _responses.question(query, parameters)
        feed_range = kwargs.get("feed_range")
        question["crossPartition"] = bool(enable_cross_partition_query) or feed_range is not None
        partition = _feed_ranges.partition_of(feed_range)
        if partition_key is not _NO_KEY and partition_key is not None:
            partition = values_of(partition_key)
        if partition is not None:
            question["partitionKey"] = partition
        return self._paged(question, max_item_count, kwargs)

    @cosmos_options(
        "change_feed_mode", "feed_range", "is_start_from_beginning", "mode", "partition_key_range_id", "start_time"
    )
    def query_items_change_feed(self, *args, **kwargs):
        """Items in the order of their last change: those changed from now on, unless another start is asked for.

        The header ``etag`` of the answer is the ``continuation`` to go on with later.
        """
        question, continuation = _change_feed.question(args, kwargs)

        def fetch(token):
            page = self._call("feed", continuation=token or continuation, **question)
            rows = [_responses.CosmosDict(row) for row in page["rows"]]
            self._account.answered({"etag": page["continuation"]}, rows, kwargs)
            return page["continuation"] if rows else None, rows

        return paged(fetch)

    @cosmos_options()
    def create_item(self, body, populate_query_metrics=None, pre_trigger_include=None, post_trigger_include=None,
                    indexing_directive=None, *, enable_automatic_id_generation=False, **kwargs):
        """Makes an item. Raises CosmosResourceExistsError."""
        if enable_automatic_id_generation and not body.get("id"):
            import uuid

            body = {**body, "id": str(uuid.uuid4())}
        _ids.check(body)
        return _responses.answer(self._account, self._call("create", body=body), kwargs)

    @cosmos_options()
    def upsert_item(self, body, populate_query_metrics=None, pre_trigger_include=None, post_trigger_include=None,
                    **kwargs):
        """Makes an item, or replaces the one of its id and partition key."""
        _ids.check(body)
        return _responses.answer(self._account, self._call("upsert", body=body, **_conditions.of(kwargs)), kwargs)

    @cosmos_options()
    def replace_item(self, item, body, populate_query_metrics=None, pre_trigger_include=None,
                     post_trigger_include=None, **kwargs):
        """Replaces an item. Raises CosmosResourceNotFoundError and CosmosAccessConditionFailedError."""
        _ids.check(body)
        answer = self._call("replace", id=_id(item), body=body, **_conditions.of(kwargs))
        return _responses.answer(self._account, answer, kwargs)

    @cosmos_options()
    def patch_item(self, item, partition_key, patch_operations, *, filter_predicate=None, **kwargs):
        """Changes parts of an item, by a list of operations. Raises CosmosResourceNotFoundError."""
        arguments = {"operations": patch_operations, "filter": filter_predicate or "", **_conditions.of(kwargs)}
        body = self._call("patch", id=_id(item), partitionKey=values_of(partition_key), **arguments)
        return _responses.answer(self._account, body, kwargs)

    @cosmos_options()
    def delete_item(self, item, partition_key, populate_query_metrics=None, pre_trigger_include=None,
                    post_trigger_include=None, **kwargs):
        """Removes an item. Raises CosmosResourceNotFoundError."""
        self._call("delete", id=_id(item), partitionKey=values_of(partition_key), **_conditions.of(kwargs))

    @cosmos_options()
    def delete_all_items_by_partition_key(self, partition_key, **kwargs):
        """Removes all items of a partition."""
        self._call("deletePartition", partitionKey=values_of(partition_key))

    @cosmos_options()
    def execute_item_batch(self, batch_operations, partition_key, **kwargs):
        """Carries out operations on one partition, all or none. Raises CosmosBatchOperationError."""
        operations = _batch.operations(batch_operations, values_of(partition_key))
        return _batch.results(operations, self._call("batch", operations=operations))

    @cosmos_options("executor")
    def read_items(self, items, *, max_concurrency=None, **kwargs):
        """Those of several items, given as tuples of id and partition key, that there are."""
        found = []
        for id, partition_key in items:
            try:
                found.append(_responses.CosmosDict(self._call("read", id=id, partitionKey=values_of(partition_key))))
            except exceptions.CosmosResourceNotFoundError:
                pass  # left out, as the service does
        self._account.answered({"x-ms-item-count": str(len(found))}, found, kwargs)
        return _responses.CosmosList(found, response_headers=self._account.last_response_headers)

    @cosmos_options()
    def read_feed_ranges(self, *, force_refresh=False, **kwargs):
        """The ranges whose feeds can be read side by side: here there is one."""
        return iter([_feed_ranges.whole()])

    def feed_range_from_partition_key(self, partition_key):
        """The range of one partition."""
        return _feed_ranges.of_partition(values_of(partition_key))

    @cosmos_options()
    def list_conflicts(self, max_item_count=None, **kwargs):
        """Conflicts between regions: a local store has none."""
        return paged(lambda token: (None, []))

    @cosmos_options()
    def query_conflicts(self, query, parameters=None, enable_cross_partition_query=None, partition_key=None,
                        max_item_count=None, **kwargs):
        """Conflicts between regions: a local store has none."""
        return paged(lambda token: (None, []))

    @property
    def is_system_key(self):
        return False

    @property
    def scripts(self):
        """Stored procedures, triggers and user-defined functions, which are refused by name."""
        return ScriptsProxy(self)

    @cosmos_options()
    def get_throughput(self, **kwargs):
        """Throughput makes no difference here; the least there is."""
        self._call("readContainer")
        return ThroughputProperties(offer_throughput=400)

    @cosmos_options()
    def replace_throughput(self, throughput, **kwargs):
        """Throughput makes no difference here."""
        self._call("readContainer")
        return throughput if isinstance(throughput, ThroughputProperties) else ThroughputProperties(throughput)

    @cosmos_options()
    def read_offer(self, **kwargs):
        """Deprecated spelling of get_throughput."""
        warnings.warn("read_offer is a deprecated method name, use get_throughput instead", DeprecationWarning)
        return self.get_throughput(**kwargs)

    def _paged(self, question, page_size, options):
        def fetch(token):
            page = self._call("query", pageSize=page_size or 0, continuation=token or options.get("continuation"), **question)
            rows = [_responses.CosmosDict(row) if isinstance(row, dict) else row for row in page["rows"]]
            headers = {"x-ms-item-count": str(len(rows))}
            if page["continuation"]:
                headers["x-ms-continuation"] = page["continuation"]
            self._account.answered(headers, rows, options)
            return page["continuation"], rows

        return paged(fetch)

    def _call(self, operation, **arguments):
        return self._account.call(operation, database=self._database, container=self.id, **arguments)


def _id(item):
    if isinstance(item, str):
        return item
    try:
        return item["id"]
    except (TypeError, KeyError):
        raise TypeError("item must be the id of an item, or a dict with its id.") from None
