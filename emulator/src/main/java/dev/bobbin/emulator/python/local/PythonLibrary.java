package dev.bobbin.emulator.python.local;

/** A library installed in a Python, by the name it has on PyPI. */
public record PythonLibrary(String name, String version) {}
