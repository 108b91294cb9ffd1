

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
            py_compile.compile(file, doraise=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
            compiled += 1
    return compiled
