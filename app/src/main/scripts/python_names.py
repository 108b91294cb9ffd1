"""Writes the names of Python's own modules and types, for suggestions and for what the editor explains.

    python3 app/src/main/scripts/python_names.py > app/src/main/resources/dev/bobbin/app/editor/python.tsv

One name a line: module or type, name, whether it is a class, how it is called (empty when it is not), the first sentence
about it.
"""
import builtins
import datetime
import decimal
import importlib
import inspect
import pathlib
import re
import uuid

MODULES = """asyncio base64 calendar collections contextlib copy csv dataclasses datetime decimal difflib enum fractions
functools hashlib heapq hmac html io itertools json logging math operator os os.path pathlib random re secrets statistics
string struct textwrap time traceback typing unicodedata urllib.parse uuid warnings zipfile zlib zoneinfo""".split()
TYPES = {
    "str": str, "bytes": bytes, "int": int, "float": float, "list": list, "dict": dict, "set": set, "tuple": tuple,
    "datetime.datetime": datetime.datetime, "datetime.date": datetime.date, "datetime.time": datetime.time,
    "datetime.timedelta": datetime.timedelta, "decimal.Decimal": decimal.Decimal, "pathlib.Path": pathlib.Path,
    "uuid.UUID": uuid.UUID,
}
LONGEST_SIGNATURE = 90
LONGEST_SENTENCE = 140


def signature(value):
    if isinstance(value, type) and not value.__doc__:
        return "()"
    try:
        text = str(inspect.signature(value))
    except (TypeError, ValueError):
        return "()" if callable(value) else ""
    text = re.sub(r"\((?:self|cls|/)(?:, /)?(?:, )?", "(", text, count=1)
    text = re.sub(r" at 0x[0-9a-f]+", "", text).replace("/, ", "").replace(", /)", ")")
    return text if len(text) <= LONGEST_SIGNATURE else "(…)"


def sentence(value):
    lines = (inspect.getdoc(value) or "").split("\n\n")
    # The first paragraph of a built-in may be its signature.
    text = next((" ".join(p.split()) for p in lines if p.strip() and not p.strip().startswith(">>>") and not re.match(r"^[\w.]+\(.*\)(\s*-+>.*)?$", p.strip())), "")
    text = re.sub(r"^[\w.]+\([^)]*\)\s*(-+>\s*\S+)?\s*(--|:)?\s*", "", text)
    end = re.search(r"(?<=[a-z)'\"`])\.(\s|$)", text)
    text = text[: end.start() + 1] if end else text
    return text if len(text) <= LONGEST_SENTENCE else text[: LONGEST_SENTENCE - 1].rsplit(" ", 1)[0] + " …"


def write(owner, name, value, is_constant):
    called = "" if is_constant or not callable(value) else signature(value)
    about = "" if is_constant and not inspect.ismodule(value) else sentence(value)
    print(owner, name, "class" if isinstance(value, type) else "", called, about, sep="\t")


def main():
    for module_name in MODULES:
        module = importlib.import_module(module_name)
        exported = getattr(module, "__all__", None) or [n for n in dir(module) if not n.startswith("_")]
        for name in sorted(set(exported)):
            value = getattr(module, name, None)
            if inspect.ismodule(value) and module_name not in ("os", "collections"):
                continue
            write(module_name, name, value, not callable(value))
    for type_name, kind in TYPES.items():
        for name in dir(kind):
            if not name.startswith("_"):
                value = getattr(kind, name)
                write(type_name, name, value, False)
    for name in dir(builtins):
        if not name.startswith("_"):
            write("builtins", name, getattr(builtins, name), False)


if __name__ == "__main__":
    main()
