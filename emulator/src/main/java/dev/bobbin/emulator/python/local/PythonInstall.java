package dev.bobbin.emulator.python.local;

import java.nio.file.Path;

/**
 * A Python that can run functions.
 *
 * @param executable absolute path of the interpreter, as it calls itself
 * @param environment folder of the installation or virtual environment whose libraries it uses
 * @param version such as {@code 3.11.2}
 * @param implementation such as {@code cpython}
 */
public record PythonInstall(
        Path executable, Path environment, String version, String implementation, PythonSource source) {}
