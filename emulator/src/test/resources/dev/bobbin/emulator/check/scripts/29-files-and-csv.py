import csv
import io
import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath

import fabric.functions as fn

udf = fn.UserDataFunctions()

NUMBER = re.compile(r"^-?\d+(\.\d+)?$")


@dataclass
class Summary:
    name: str
    rows: int = 0
    columns: list[str] = field(default_factory=list)
    totals: dict[str, float] = field(default_factory=dict)


def summarise(name: str, text: str) -> Summary:
    reader = csv.DictReader(io.StringIO(text))
    summary = Summary(name, columns=list(reader.fieldnames or []))
    for row in reader:
        summary.rows += 1
        for key, value in row.items():
            if value and NUMBER.match(value):
                summary.totals[key] = summary.totals.get(key, 0.0) + float(value)
    return summary


@udf.connection("Lake")
@udf.function()
def summariseFile(Lake: fn.FabricLakehouseClient, path: str) -> dict:
    directory = Lake.connectToFiles()
    with directory.get_file_client(path) as client:
        data = client.download_file().readall()
    result = summarise(PurePosixPath(path).name, data.decode("utf-8-sig"))
    out = directory.get_file_client(f"summaries/{result.name}.json")
    out.upload_data(json.dumps(asdict(result)), overwrite=True)
    return asdict(result)
