"""Paths of the service and the local names behind them.

OneLake tells upper from lower case and allows characters that some platforms do not. A name that cannot be a local one
is kept with ``%`` and two hexadecimal digits in place of each character that is in the way, on every platform alike, so
that a workspace can be carried from one to another.
"""

from azure.storage.filedatalake import _errors

_LONGEST_NAME_BYTES = 255
_IN_THE_WAY = frozenset('<>:"|?*')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"] + [device + str(number) for device in ("com", "lpt") for number in range(1, 10)]
)
_HEX = frozenset("0123456789ABCDEF")


def normal(path):
    """The path without leading slash and dots. Raises HttpResponseError (400) when it leaves Files."""
    parts = []
    for part in str(path).replace("\\", "/").split("/"):
        if part == "..":
            if not parts:
                raise _errors.invalid_path(path, "leads out of the Files folder of the lakehouse")
            parts.pop()
        elif part not in ("", "."):
            _check(part, path)
            parts.append(part)
    return "/".join(parts)


def local_name(name):
    """The local name of one part of a path."""
    kept = "".join(_escaped(c) if c in _IN_THE_WAY or ord(c) < 32 else c for c in _escape_escapes(name))
    if kept[-1:] in (".", " "):
        kept = kept[:-1] + _escaped(kept[-1])
    if kept.partition(".")[0].lower() in _DEVICES:
        kept = _escaped(kept[0]) + kept[1:]
    return kept


def service_name(kept):
    """The part of a path that a local name stands for. A name that Bobbin would not give stands for itself."""
    if "%" not in kept:
        return kept
    name = _unescaped(kept)
    return name if local_name(name) == kept else kept


def _unescaped(kept):
    pieces = kept.split("%")
    name = pieces[0]
    for piece in pieces[1:]:
        code = piece[:2]
        name += chr(int(code, 16)) + piece[2:] if _is_code(code) else "%" + piece
    return name


def _escape_escapes(name):
    """Keeps a name that looks like a kept one apart from it."""
    if "%" not in name:
        return name
    pieces = name.split("%")
    return pieces[0] + "".join(("%25" if _is_code(piece[:2]) else "%") + piece for piece in pieces[1:])


def _is_code(text):
    return len(text) == 2 and _HEX.issuperset(text)


def _escaped(character):
    return f"%{ord(character):02X}"


def _check(part, path):
    if "\0" in part or any("\ud800" <= c <= "\udfff" for c in part):
        raise _errors.invalid_path(ascii(path), "has a character that no name may have")
    if len(local_name(part).encode("utf-8")) > _LONGEST_NAME_BYTES:
        raise _errors.invalid_path(path, "has a part that is longer than a name may be (255 bytes)")
