package dev.bobbin.emulator.python.local;

import java.nio.file.Path;

/** A file that may be a Python interpreter. */
record PythonCandidate(Path executable, PythonSource source) {}
