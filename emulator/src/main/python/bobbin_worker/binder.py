"""Turns a request body and the bindings into the arguments of a call.

Rules: contract, section 2.2. All input errors are collected, so that a caller sees every bad parameter at once.
"""

import builtins
from json import loads  # a name of our own: user code may replace the one in the module

from bobbin_worker import arrow
from fabric.functions.exceptions import UserDataFunctionInvalidInputError, UserDataFunctionMissingInputError

RESERVED = frozenset(("req", "context", "notusedfabriccontext", "reqInvocationId"))
"""Parameters the SDK fills in itself; never taken from the body."""

_NO_DEFAULT = object()
_NO_ANNOTATION = object()
_COLLECTIONS = {"list": list, "dict": dict, "set": set, "tuple": tuple}
_FALSE_TEXTS = frozenset(("", "0", "0.0", "false"))
_TRUE_TEXTS = frozenset(("1", "1.0", "true"))


class Parameter:
    """A parameter of a function: its name, its annotation and how a JSON value becomes its argument."""

    __slots__ = ("name", "annotation", "type_name", "default", "convert")

    def __init__(self, name, annotation, default, namespace):
        self.name = name
        self.default = default
        self.annotation = _evaluated(annotation, namespace)
        self.type_name = type_name(self.annotation)
        self.convert = _converter(self.type_name)

    @property
    def has_default(self):
        return self.default is not _NO_DEFAULT


def parameters_of(function):
    """The parameters of a function, without importing ``inspect`` for a plain one."""
    function = _unwrapped(function)
    code = getattr(function, "__code__", None)
    if code is None or not isinstance(function, type(parameters_of)):
        return _inspected(function)
    annotations = function.__annotations__
    positional = code.co_varnames[: code.co_argcount]
    keyword_only = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    defaults = dict(zip(reversed(positional), reversed(function.__defaults__ or ())))
    defaults.update(function.__kwdefaults__ or {})
    return [
        Parameter(name, annotations.get(name, _NO_ANNOTATION), defaults.get(name, _NO_DEFAULT), function.__globals__)
        for name in positional + keyword_only
    ]


def bind(parameters, body, injected):
    """The keyword arguments of a call, and the errors that keep it from being made.

    ``injected`` holds the arguments the host provides. A body key of the same name takes their place, as in the SDK.
    """
    arguments = {}
    errors = []
    for parameter in parameters:
        name = parameter.name
        if name in body and name not in RESERVED:
            _convert_into(arguments, parameter, body[name], errors)
        elif name in injected:
            arguments[name] = injected[name]
        elif not parameter.has_default:
            errors.append(_missing(parameter))
    return arguments, errors


def read_body(text):
    """The JSON object of a request body. Raises UserDataFunctionInvalidInputError when it is none."""
    try:
        body = loads(text)
    except (ValueError, RecursionError) as error:
        raise _invalid_body("The request body is not valid JSON: %s." % error) from None
    if not isinstance(body, dict):
        raise _invalid_body("The request body must be a JSON object that names the parameters, such as {\"name\": 1}.")
    return body


def type_name(annotation):
    """The name the SDK goes by: that of the annotation with its type arguments taken away."""
    if annotation is _NO_ANNOTATION:
        return "_empty"
    if isinstance(annotation, str):
        return annotation
    annotation = getattr(annotation, "__origin__", annotation)
    return getattr(annotation, "__name__", None) or str(annotation)


def _evaluated(annotation, namespace):
    """The annotation itself where ``from __future__ import annotations`` or quotes have left its text."""
    if not isinstance(annotation, str):
        return annotation
    try:
        return eval(annotation, dict(namespace))
    except Exception:
        return annotation


def _convert_into(arguments, parameter, value, errors):
    try:
        arguments[parameter.name] = parameter.convert(value)
    except Exception as error:
        properties = {
            "parameter_type": parameter.type_name,
            "parameter_value": value,
            "parameter_name": parameter.name,
        }
        if arrow.is_table(value):
            properties.update(arrow.problem(value, error))
        errors.append(UserDataFunctionInvalidInputError(properties=properties))


def _missing(parameter):
    return UserDataFunctionMissingInputError(
        properties={
            "parameter_value": "Parameter not found in request",
            "parameter_type": parameter.type_name,
            "parameter_name": parameter.name,
        }
    )


def _invalid_body(reason):
    return UserDataFunctionInvalidInputError(properties={"reason": reason})


def _converter(name):
    special = {"bool": _to_bool, "datetime": _to_datetime, "DataFrame": _to_data_frame, "Series": _to_series}
    if name in special:
        return special[name]
    if name in _COLLECTIONS:
        constructor = _COLLECTIONS[name]
        return lambda value: constructor(loads(value) if isinstance(value, str) else value)
    return getattr(builtins, name, None) or _unsupported


def _unsupported(value):
    raise TypeError("no conversion from JSON to this type")


def _to_bool(value):
    if value is None or value is True or value is False:
        return bool(value)
    if isinstance(value, str):
        lower = value.lower()
        if lower in _FALSE_TEXTS or lower in _TRUE_TEXTS:
            return lower in _TRUE_TEXTS
    elif isinstance(value, (int, float)) and value in (0, 1):
        return value == 1
    raise ValueError("neither true nor false")


def _to_datetime(value):
    import datetime

    return datetime.datetime.fromisoformat(value)


def _to_data_frame(value):
    if arrow.is_table(value):
        return arrow.read(value)
    import pandas

    return pandas.DataFrame.from_dict(loads(value) if isinstance(value, str) else value, orient="columns")


def _to_series(value):
    import pandas

    return pandas.Series(value)


def _unwrapped(function):
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function


def _inspected(function):
    import inspect

    namespace = getattr(function, "__globals__", {})
    named = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    empty = inspect.Parameter.empty
    return [
        Parameter(
            p.name,
            _NO_ANNOTATION if p.annotation is empty else p.annotation,
            _NO_DEFAULT if p.default is empty else p.default,
            namespace,
        )
        for p in inspect.signature(function).parameters.values()
        if p.kind in named
    ]
