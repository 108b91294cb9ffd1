package dev.bobbin.emulator.python.local;

import java.nio.file.Path;

/**
 * A Python that can run functions.
 *
 * @param executable absolute path of the interpreter, as it calls itself
 * @param version such as {@code 3.11.2}
 * @param implementation such as {@code cpython}
 */
public record PythonInstall(Path executable, String version, String implementation, PythonSource source) {}
