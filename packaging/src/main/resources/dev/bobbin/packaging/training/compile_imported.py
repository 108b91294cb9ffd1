

# Added for the image: compiles what the functions above have imported, so that nobody's first start has to.
import os
import py_compile
import sys


@udf.function()
def compileImported(folders: list) -> int:
    inside = tuple(os.path.join(folder, "") for folder in folders)
    sys.pycache_prefix = None  # beside the files
    compiled = 0
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None)
        if isinstance(file, str) and file.endswith(".py") and file.startswith(inside):
            # Unchecked: an installer may give the files another time.
            mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
            _repeat_hash(py_compile.compile(file, doraise=True, invalidation_mode=mode))
            compiled += 1
    return compiled


def _repeat_hash(path):
    """Makes the hash in a compiled file the same as the eight bytes behind it.

    Nobody compares an unchecked hash with the source, but GraalPy 25.2 takes it from behind its place when it loads the
    file and from its place when it reads the file again, which it does for generators among others, and wants both equal.
    """
    with open(path, "r+b") as file:
        file.seek(16)
        behind = file.read(8)
        file.seek(8)
        file.write(behind)
