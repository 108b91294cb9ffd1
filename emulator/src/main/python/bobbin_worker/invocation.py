"""Carries out one call: binds, calls, encodes, reports.

Statuses and errors: contract, section 2.4.
"""

from json import dumps  # a name of our own: user code may replace the one in the module

from bobbin_worker import arrow, binder, encoder, host, injection, logs, remarks, runs, streaming, traceback_report
from fabric.functions.exceptions import (
    UserDataFunctionError,
    UserDataFunctionInternalError,
    UserDataFunctionResponseTooLargeError,
    UserDataFunctionTimeoutError,
    UserThrownError,
)

_NO_OUTPUT = '""'
_MEGABYTE = 1024 * 1024
# The SDK measures with sys.getsizeof, which counts these bytes of an ASCII text besides its characters (CPython 3.11).
_TEXT_OVERHEAD = 49
_LARGE = 1024 * 1024
"""Characters of an output from which on the host is asked for room first."""


class _Answer:
    """What ``result`` will say."""

    def __init__(self, status, output=_NO_OUTPUT, errors=(), traceback=None):
        self.status = status
        self.output = output
        self.errors = list(errors)
        self.traceback = traceback


def carry_out(message, functions, send):
    """Makes the call an ``invoke`` message asks for and sends its ``result``, whatever the function does."""
    run = runs.Run(message["run"])
    runs.begin(run)
    try:
        try:
            answer = _call(message, functions, send)
        except BaseException as error:
            answer = _raised(error)
        _log_errors(answer)
        remarks.of_unread(run)
        if not answer.errors:
            remarks.of_uncommitted(run)
        logs.flush(run)
        _await_room(answer)
    finally:
        runs.end(run)
    _send_answer(run.number, answer, send)


def refuse(message, error, send):
    """Sends the ``result`` of a call that could not even begin."""
    _send_answer(message["run"], _Answer("Failed", errors=[_failure(error)]), send)


def _await_room(answer):
    """Waits until the host has room for a large answer: it may be giving others to callers that read slowly."""
    if len(answer.output) >= _LARGE:
        host.call("answer.room", {"characters": len(answer.output)})


def _send_answer(run, answer, send):
    send({
        "type": "result",
        "run": run,
        "status": answer.status,
        "output": answer.output,
        "errors": answer.errors,
        "traceback": answer.traceback,
    })


def _call(message, functions, send):
    function = functions.get(message["function"])
    if function is None:
        return _bad_request([_unknown_function(message["function"], functions)])
    try:
        body = binder.read_body(message["body"])
    except UserDataFunctionError as error:
        return _bad_request([error])
    injected, errors = injection.arguments(function, message)
    arguments, input_errors = binder.bind(function.parameters, body, injected)
    errors = errors + input_errors
    if errors:
        return _bad_request(errors)
    value = _run_function(function.target, arguments)
    if function.streaming:
        output = streaming.send_chunks(function.name, value, message, send)
    else:
        # Who sends tables in Arrow's form gets them so.
        output = encoder.encode(value, as_table=any(map(arrow.is_table, body.values())))
        remarks.of_result(function.name, value, output)
    limit = message["responseBytes"]
    if len(output) + _TEXT_OVERHEAD > limit:
        return _Answer(
            "ResponseTooLarge", errors=[_entry(UserDataFunctionResponseTooLargeError(_megabytes(limit)))]
        )
    return _Answer("Succeeded", output)


def _megabytes(size):
    """A whole number where it is one, as the SDK's message has it; limits of a profile may be changed to others."""
    return size // _MEGABYTE if size % _MEGABYTE == 0 else round(size / _MEGABYTE, 3)


def _run_function(target, arguments):
    value = target(**arguments)
    if hasattr(value, "__await__"):
        import asyncio

        return asyncio.run(_awaited(value))
    return value


async def _awaited(value):
    return await value


def _raised(error):
    if isinstance(error, UserDataFunctionError):
        status = _status_of(error)
        entry = _entry(error)
    else:
        status = "Failed"
        entry = _failure(error)
    return _Answer(status, errors=[entry], traceback=traceback_report.report(error))


def _failure(error):
    properties = {"error_type": type(error).__name__, "error_message": _message_of(error)}
    return _entry(UserDataFunctionInternalError(properties=properties))


def _message_of(error):
    """What the error says: its ``message`` if it has one, as the SDK does it."""
    try:
        own = getattr(error, "message", None)
        return str(error if own is None else own)
    except Exception:
        return traceback_report.message_of(error)


def _status_of(error):
    if isinstance(error, UserThrownError):
        return "BadRequest"
    if isinstance(error, UserDataFunctionTimeoutError):
        return "Timeout"
    if isinstance(error, UserDataFunctionResponseTooLargeError):
        return "ResponseTooLarge"
    return "Failed"


def _bad_request(errors):
    return _Answer("BadRequest", errors=[_entry(error) for error in errors])


def _entry(error):
    properties = encoder.encodable(getattr(error, "properties", None) or {})
    return {
        "name": str(getattr(error, "error_code", "InternalError")),
        "message": _message_of(error),
        "properties": properties if isinstance(properties, dict) else {"value": properties},
    }


def _unknown_function(name, functions):
    known = ", ".join(functions) or "none"
    return UserDataFunctionInternalError(
        "There is no user data function named '%s' in this item. It has: %s." % (name, known)
    )


def _log_errors(answer):
    if answer.traceback is not None:
        logs.report("ERROR", answer.traceback["text"].rstrip("\n"))
    for entry in answer.errors:
        shown = {"errorCode": entry["name"], "message": entry["message"], "properties": entry["properties"]}
        logs.report("ERROR", "Python Worker: Error during function invoke: " + dumps(shown, ensure_ascii=False))
