import os
import sys

import fabric.functions as fn

try:
    import orjson as json
except ImportError:
    import json

udf = fn.UserDataFunctions()

if sys.version_info >= (3, 11):
    @udf.function()
    def version() -> str:
        return "new"
else:
    @udf.function()
    def version() -> str:
        return "old"

try:
    @udf.function()
    def encode(value: dict) -> str:
        return json.dumps(value)
finally:
    DEBUG = os.environ.get("DEBUG") == "1"

if __name__ == "__main__":
    print("not run in Fabric")
