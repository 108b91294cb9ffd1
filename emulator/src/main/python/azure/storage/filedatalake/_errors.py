"""The errors of the storage service, each with the status, code and words it has there."""

import errno

from azure.core._response import Response
from azure.core.exceptions import (
    HttpResponseError,
    ResourceExistsError,
    ResourceModifiedError,
    ResourceNotFoundError,
    ResourceNotModifiedError,
    ServiceResponseError,
)


def numbers(*names):
    """The numbers of those errors of the system that this Python knows."""
    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


def path_not_found():
    return _missing("PathNotFound", "The specified path does not exist.")


def blob_not_found():
    return _missing("BlobNotFound", "The specified blob does not exist.")


def file_system_not_found():
    return _missing("FilesystemNotFound", "The specified filesystem does not exist.")


def no_such_file_system(name, form):
    return _missing("FilesystemNotFound", f"The specified filesystem '{name}' does not exist: {form}.")


def lakehouse_not_connected(name):
    text = (
        f"The function has no connection to a lakehouse '{name}'. Bobbin reaches the lakehouses of a function's "
        "connections only: connect it, then the address works."
    )
    return _missing("PathNotFound", text)


def source_not_found():
    text = "The source path for a rename operation does not exist."
    return _missing("SourcePathNotFound", text)


def rename_parent_not_found():
    text = "The parent directory of the destination path does not exist."
    return _missing("RenameDestinationParentPathNotFound", text)


def path_exists():
    return _taken("PathAlreadyExists", "The specified path already exists.")


def path_conflict():
    text = "The specified path, or an element of the path, exists and its resource type is invalid for this operation."
    return _taken("PathConflict", text)


def case_conflict(path, other):
    text = (
        f"The path '{path}' differs from the existing '{other}' in upper and lower case only. OneLake keeps both; the "
        "file system of this machine cannot."
    )
    return _taken("PathConflict", text)


def condition_not_met():
    return _condition(ResourceModifiedError, 412)


def not_modified():
    return _condition(ResourceNotModifiedError, 304)


def invalid_flush_position():
    text = (
        "The uploaded data is not contiguous or the position query parameter value is not equal to the length of the "
        "file after appending the uploaded data."
    )
    return _error(HttpResponseError, 400, "InvalidFlushPosition", text)


def invalid_range():
    text = "The range specified is invalid for the current size of the resource."
    return _error(HttpResponseError, 416, "InvalidRange", text)


def invalid_path(path, why):
    return _error(HttpResponseError, 400, "InvalidUri", f"The path '{path}' {why}.")


def managed_folder(what):
    text = f"OneLake manages this folder: it cannot be {what} through storage clients."
    return _error(HttpResponseError, 409, "OperationNotAllowedOnThePath", text)


def not_supported(what):
    text = f"OneLake does not support {what} through storage clients, and neither does its local stand-in."
    return _error(HttpResponseError, 400, "UnsupportedHeader", text)


def not_stood_in_for(what):
    text = f"Bobbin does not stand in for {what}: its clients reach the Files folder of lakehouses. OneLake can do more."
    return _error(HttpResponseError, 400, "NotStoodInFor", text)


def permission_denied():
    text = "This request is not authorized to perform this operation using this permission."
    return _error(HttpResponseError, 403, "AuthorizationPermissionMismatch", text)


def throttled():
    text = "The request is throttled: too many requests were received. Please retry after a while."
    return _error(HttpResponseError, 429, "TooManyRequests", text)


def connection_dropped():
    return ServiceResponseError("('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))")


def from_os_error(error, path):
    """What the local file system refused, in the shape of a service error."""
    if isinstance(error, FileNotFoundError):
        return path_not_found()
    wrong_kind = isinstance(error, (IsADirectoryError, NotADirectoryError, FileExistsError))
    if wrong_kind or error.errno in numbers("ENOTEMPTY"):
        return path_conflict()
    if error.errno in numbers("ENAMETOOLONG"):
        return invalid_path(path, "is longer than a path may be on this machine")
    reason = error.strerror or str(error)
    if error.errno in numbers("ENOSPC", "EDQUOT"):
        text = f"There is no room left on the disk for '{path}' ({reason}). Nothing of it was kept."
        return _error(HttpResponseError, 507, "InsufficientStorage", text)
    status = 403 if isinstance(error, PermissionError) else 500
    return _error(HttpResponseError, status, "LocalFileError", f"The local file behind '{path}' cannot be used: {reason}.")


class local_files:
    """``with local_files(path):`` turns errors of the local file system into errors of the service."""

    def __init__(self, path):
        self._path = path

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if isinstance(error, OSError):
            raise from_os_error(error, self._path) from error
        return False


def _missing(code, text):
    return _error(ResourceNotFoundError, 404, code, text)


def _taken(code, text):
    return _error(ResourceExistsError, 409, code, text)


def _condition(kind, status):
    text = "The condition specified using HTTP conditional header(s) is not met."
    return _error(kind, status, "ConditionNotMet", text)


def _error(kind, status, code, text):
    answer = Response(status, code, text, {"x-ms-error-code": code}, reason=text)
    return kind(f"{text}\nErrorCode:{code}", response=answer, error_code=code)
