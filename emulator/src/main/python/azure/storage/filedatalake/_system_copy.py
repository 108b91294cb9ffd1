"""Copies between open files without a detour through Python's memory, where the system can."""

import io
import os

from azure.storage.filedatalake import _errors

_PIECE_BYTES = 64 * 1024 * 1024
_REAL_FILES = (io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom)
_CANNOT = _errors.numbers("EINVAL", "ENOSYS", "ENOTSUP", "ENOTSOCK", "EBADF")


def copy(source, target, count):
    """Copies at most ``count`` bytes from where ``source`` stands to where ``target`` does, and moves both on.

    Returns how many were copied: none when one of the two is no file of the system, fewer at the end of the source.
    """
    if not isinstance(source, _REAL_FILES) or not isinstance(target, _REAL_FILES) or not hasattr(os, "sendfile"):
        return 0
    if not source.seekable():  # a pipe
        return 0
    target.flush()
    start, begin = source.tell(), target.tell()
    copied = 0
    try:
        while copied < count:
            sent = os.sendfile(target.fileno(), source.fileno(), start + copied, min(count - copied, _PIECE_BYTES))
            if not sent:
                break
            copied += sent
    except OSError as error:
        if copied or error.errno not in _CANNOT:
            raise
    if copied:
        source.seek(start + copied)
        target.seek(begin + copied)
    return copied
