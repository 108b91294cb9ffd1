"""Operations that are carried out together, on one partition."""

from azure.cosmos import _conditions, _host, _responses, exceptions

_MOST_OPERATIONS = 100
_FAILED_DEPENDENCY = 424


def operations(given, partition):
    """Tuples ``(name, arguments)`` or ``(name, arguments, options)`` as the host takes them.

    Raises CosmosHttpResponseError for none and for more than a hundred (service quotas, transactional batch).
    """
    if not given:
        raise _host.error(400, "BadRequest", "Batch request has no operations.")
    if len(given) > _MOST_OPERATIONS:
        raise _host.error(400, "BadRequest", "Batch request has more operations than what is supported.")
    return [_operation(partition, *entry) for entry in given]


def results(operations, answers):
    """The answers to operations. Raises CosmosBatchOperationError when the last of them is an error."""
    if "error" in answers[-1]:
        error = answers[-1]["error"]
        index = len(answers) - 1
        statuses = [{"statusCode": _FAILED_DEPENDENCY} for _ in operations]
        statuses[index] = {"statusCode": error["status"]}
        raise exceptions.CosmosBatchOperationError(
            error_index=index, headers={}, status_code=error["status"], operation_responses=statuses,
            message=f"There was an error in the transactional batch on index {index}. Error message: {error['message']}",
        )
    shown = [{"statusCode": answer["status"], "requestCharge": 1.0, "eTag": (answer["body"] or {}).get("_etag"),
              "resourceBody": answer["body"]} for answer in answers]
    return _responses.CosmosList(shown)


def _operation(partition, name, arguments, options=None):
    options = dict(options or {})
    if "if_match_etag" in options:
        conditions = {"ifMatch": options["if_match_etag"]}
    elif "if_none_match_etag" in options:
        conditions = {"ifNoneMatch": options["if_none_match_etag"]}
    else:
        conditions = _conditions.of(options)
    operation = {"operation": name, "partitionKey": partition, **conditions}
    if name in ("create", "upsert"):
        operation["body"] = arguments[0]
    elif name == "replace":
        operation.update(id=arguments[0], body=arguments[1])
    elif name in ("read", "delete"):
        operation["id"] = arguments[0]
    elif name == "patch":
        operation.update(id=arguments[0], operations=arguments[1], filter=options.get("filter_predicate") or "")
    else:
        raise ValueError(f"The batch operation '{name}' is not known.")
    return operation
