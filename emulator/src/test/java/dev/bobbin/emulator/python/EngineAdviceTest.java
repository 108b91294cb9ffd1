package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.python.local.PythonInstall;
import dev.bobbin.emulator.python.local.PythonSource;
import dev.bobbin.emulator.signature.SourceOutline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineAdviceTest {

    @TempDir
    Path folder;

    @Test
    void namesWhatNobodyBrings() throws IOException {
        Files.writeString(folder.resolve("neighbour.py"), "");
        Files.createDirectories(folder.resolve("package"));
        Path wheel = folder.resolve("inside-1.0-py3-none-any.whl");
        try (OutputStream file = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("inside/__init__.py"));
        }

        assertThat(missing("""
                import json, datetime as dt
                import numpy as np
                from sklearn.linear_model import Ridge
                import neighbour, package.part, inside
                import fabric.functions as fn
                import pyodbc
                from azure.storage.filedatalake import DataLakeServiceClient
                from azure.ai.textanalytics import TextAnalyticsClient
                try:
                    import orjson
                except ImportError:
                    orjson = None

                def late():
                    import pandas
                """, List.of(wheel))).containsExactly("numpy", "sklearn", "azure", "pandas");
    }

    @Test
    void saysWhatToDoInOneSentence() {
        PythonInstall python = new PythonInstall(
                Path.of("/opt/py/bin/python3"), Path.of("/opt/py"), "3.12.4", "cpython", PythonSource.PATH);

        assertThat(new EngineAdvice(List.of("pandas"), 3, python, true, List.of()).sentence())
                .isEqualTo(
                        "function_app.py imports pandas (line 3), which the embedded engine does not have: run it in the"
                                + " engine cpython, your Python 3.12.4 at " + python.executable() + ".");
        assertThat(new EngineAdvice(List.of("numpy", "sklearn"), 3, python, true, List.of("sklearn")).sentence())
                .endsWith(", after: " + python.executable() + " -m pip install scikit-learn.");
        EngineAdvice other = new EngineAdvice(List.of("pandas"), 3, python, false, List.of());
        assertThat(other.sentence()).contains("--python " + python.executable());
        assertThat(other.otherPython())
                .hasValueSatisfying(
                        text -> assertThat(text).contains("has pandas").contains("--python " + python.executable()));
        assertThat(new EngineAdvice(List.of("pandas"), 3, python, true, List.of()).otherPython())
                .isEmpty();
        assertThat(new EngineAdvice(List.of("pandas"), 3, null, true, List.of()).sentence())
                .endsWith("install Python 3.11 or newer with that library, and run it in the engine cpython.");
    }

    private List<String> missing(String source, List<Path> libraries) throws IOException {
        ItemCode code = new ItemCode(folder.resolve("function_app.py"), source, libraries);
        return EngineAdvice.missing(code, EngineLaunch.fromSystemProperties().pythonHome()).stream()
                .map(SourceOutline.Import::module)
                .toList();
    }
}
