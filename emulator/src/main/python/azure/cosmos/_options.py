"""The keyword options that the methods of the package take beside their parameters.

Source: the reference of azure-cosmos, and ``build_options`` of its ``_base.py``, through which every method takes the
same ones. Any other ends in the real client as TypeError, from the call that sends the request.
"""

from azure.core._options import options

_EVERYWHERE = (
    "access_condition", "availability_strategy", "availability_strategy_config", "consistency_level", "content_type",
    "continuation", "disable_ru_per_minute_usage", "enable_cross_partition_query", "enable_scan_in_query",
    "enable_script_logging", "etag", "excluded_locations", "feed_options", "if_match", "if_none_match", "indexing_directive", "initial_headers",
    "is_query_plan_request", "match_condition", "max_integrated_cache_staleness_in_ms", "max_item_count", "no_response",
    "offer_enable_ru_per_minute_throughput", "offer_throughput", "offer_type", "partition_key",
    "populate_index_metrics", "populate_partition_key_range_statistics", "populate_query_metrics", "populate_quota_info",
    "post_trigger_include", "pre_trigger_include", "priority", "query_version", "request_options",
    "resource_token_expiry_seconds", "response_hook", "retry_write", "session_token", "supported_query_features",
    "throughput_bucket",
)


def cosmos_options(*names):
    """Decorator: the options named, and those that every method of the package takes."""
    return options(*names, *_EVERYWHERE)
