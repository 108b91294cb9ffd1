import typing as t
from collections.abc import Mapping
from datetime import datetime as dt, timezone

from fabric.functions import FabricLakehouseClient as Lake
from fabric.functions import UserDataFunctions as Udf, UserThrownError

app = Udf()


@app.connection("Lake", "files")
@app.function()
def write_note(files: Lake, text: str, tags: t.List[str], extra: t.Dict[str, t.Any], at: dt) -> str:
    if not text:
        raise UserThrownError("Nothing to write.", {"tags": tags})
    directory = files.connectToFiles()
    client = directory.get_file_client("notes/" + at.strftime("%Y%m%d") + ".txt")
    client.upload_data(text, overwrite=True)
    return dt.now(timezone.utc).isoformat()


def normalise(values: Mapping[str, object] | None = None, *rest: int, **options: str) -> "dict[str, object]":
    return dict(values or {}, rest=rest, **options)
