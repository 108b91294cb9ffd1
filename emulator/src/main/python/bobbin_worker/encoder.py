"""Turns results into JSON text as the SDK does.

Rules: contract, section 2.3. Whatever ``json.dumps`` takes is used as it is; anything else becomes its ``__dict__``
or its text as a whole, so one date in a list turns the list into text.
"""

import sys
from json import dumps, loads  # names of our own: user code may replace those in the module

from bobbin_worker import arrow


def encode(value, as_table=False):
    """The JSON text of a function's result. ``as_table`` has one of pandas sent in Arrow's form."""
    if as_table and _is_pandas(value):
        return dumps(arrow.write(value))
    records = _from_pandas(value)
    if records is not None:
        return dumps(records, default=plain)
    try:
        return dumps(value)
    except (TypeError, OverflowError):
        text = str(value)
        return dumps(getattr(value, "__dict__", text), default=plain)


def plain(value):
    """What the envelope's encoder makes of a leaf that JSON does not know."""
    for method in ("item", "as_py"):
        convert = getattr(value, method, None)
        if callable(convert) and not isinstance(value, type):
            try:
                return convert()
            except Exception:
                continue
    attributes = getattr(value, "__dict__", None)
    return attributes if isinstance(attributes, dict) else str(value)


def encodable(value):
    """The value made safe for a message: what cannot be written as JSON becomes text."""
    try:
        return loads(dumps(value, default=plain))
    except Exception:
        return str(value)


def _is_pandas(value):
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(value, (pandas.DataFrame, pandas.Series))


def _from_pandas(value):
    pandas = sys.modules.get("pandas")
    if pandas is None:
        return None
    if isinstance(value, pandas.DataFrame):
        return value.to_dict(orient="records")
    if isinstance(value, pandas.Series):
        return {str(key): item for key, item in value.to_dict().items()}
    return None
