"""Tables in Arrow's form, as multipart requests bring and take them (contract, section 2.2). Needs pandas and pyarrow.

Within the JSON of a request and of a result such a table is a data URL, which is no other value of a DataFrame.
"""

from base64 import b64decode, b64encode  # names of our own: user code may replace those in the module
from io import BytesIO

PREFIX = "data:application/vnd.apache.arrow.stream;base64,"

_FILE_MARK = b"ARROW1"


def is_table(value):
    """Whether a JSON value is such a table."""
    return isinstance(value, str) and value.startswith(PREFIX)


def read(text):
    """The DataFrame. Raises ImportError where a library is missing, ValueError when the table is damaged."""
    import pandas  # noqa: F401 - pyarrow would only miss it later
    import pyarrow.ipc

    data = b64decode(text[len(PREFIX):], validate=True)
    opened = pyarrow.ipc.open_file if data.startswith(_FILE_MARK) else pyarrow.ipc.open_stream
    with opened(BytesIO(data)) as reader:
        return reader.read_pandas()


def write(frame):
    """A DataFrame or Series as such a table."""
    import pyarrow
    import pyarrow.ipc

    table = pyarrow.Table.from_pandas(frame.to_frame() if hasattr(frame, "to_frame") else frame)
    data = BytesIO()
    with pyarrow.ipc.new_stream(data, table.schema) as writer:
        writer.write_table(table)
    return PREFIX + b64encode(data.getvalue()).decode("ascii")


def problem(text, error):
    """What to tell of a table that cannot be read: its size, and what to do where a library is missing."""
    properties = {"parameter_value": "a table in Arrow form, %d characters of Base64" % (len(text) - len(PREFIX))}
    if isinstance(error, ImportError):
        properties["reason"] = (
            "A table in Arrow form needs pandas and pyarrow (%s). Choose your own Python (--engine cpython) and install "
            "them there, or send the table as a list of records in the JSON body." % error
        )
    else:
        properties["reason"] = "%s: %s" % (type(error).__name__, error)
    return properties
