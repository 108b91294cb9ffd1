package dev.bobbin.emulator.python;

import static dev.bobbin.emulator.python.EngineFixture.answered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.EngineOutcome.Answered;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.python.local.PythonFinder;
import dev.bobbin.emulator.python.local.PythonInstall;
import dev.bobbin.emulator.service.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data frames and series, in a Python of this machine that has pandas. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class PandasTest {

    private PythonEngine engine;
    private EngineRig rig;
    private ItemCode code;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        PythonFinder finder = PythonFinder.ofThisMachine(null);
        Optional<PythonInstall> python = finder.all(null).stream()
                .filter(install -> hasPandas(finder, install))
                .findFirst();
        Assumptions.assumeTrue(
                python.isPresent(), "no Python 3.11 or newer with pandas on this machine (Debian: python3-pandas)");
        engine = PythonEngine.cpython(
                PythonFinder.ofThisMachine(python.orElseThrow().executable()),
                EngineLaunch.fromSystemProperties().pythonHome(),
                CpythonMemory.DEFAULT_MEGABYTES);
        rig = new EngineRig(engine, folder);
        code = rig.code("""
                import numpy as np
                import pandas as pd

                @udf.function()
                def totals(sales: pd.DataFrame) -> pd.DataFrame:
                    return sales.assign(total=sales["price"] * sales["count"])

                @udf.function()
                def by_shop(sales: pd.DataFrame) -> pd.Series:
                    return sales.groupby("shop")["price"].sum()

                @udf.function()
                def doubled(values: pd.Series) -> pd.Series:
                    return values * 2

                @udf.function()
                def columns(frame: pd.DataFrame) -> str:
                    return ",".join(map(str, frame.columns)) + ";" + str(len(frame))

                @udf.function()
                def gaps() -> pd.DataFrame:
                    return pd.DataFrame({"n": [np.int64(1), None], "t": ["a", None]})

                @udf.function()
                def scalar() -> int:
                    return np.int64(3)

                @udf.function()
                def inside() -> dict:
                    return {"n": np.int64(3)}

                @udf.function()
                def too_much() -> int:
                    return len(np.ones(2_000_000_000))
                """);
    }

    @AfterAll
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Records, columns, and JSON inside a string. Source of the rules: contract, 2.2 and 2.3.
                "totals|{'sales': [{'price': 2, 'count': 3}]}|[{'price': 2, 'count': 3, 'total': 6}]",
                "totals|{'sales': {'price': [2], 'count': [3]}}|[{'price': 2, 'count': 3, 'total': 6}]",
                "totals|{'sales': '{\\'price\\': [2], \\'count\\': [3]}'}|[{'price': 2, 'count': 3, 'total': 6}]",
                "by_shop|{'sales': [{'shop': 'A', 'price': 1}, {'shop': 'A', 'price': 2}]}|{'A': 3}",
                "doubled|{'values': [1, 2]}|{'0': 2, '1': 4}",
                "doubled|{'values': {'x': 1.5}}|{'x': 3.0}",
                // The documents' example of a data frame: its dates become columns.
                "columns|{'frame': {'2025-07-01': {'a': 1, 'b': 2}, '2025-07-02': {'a': 3, 'b': 4}}}|'2025-07-01,2025-07-02;2'",
                "gaps|{}|[{'n': 1.0, 't': 'a'}, {'n': NaN, 't': null}]",
                "scalar|{}|'3'",
                "inside|{}|'{'n': 3}'"
            })
    void framesAndSeriesGoInAndOut(String function, String body, String output) {
        Answered answered = answered(rig.call(code, function, quoted(body)));

        assertThat(answered.errors()).isEmpty();
        assertThat(answered.outputJson()).isEqualTo(function.equals("inside") ? "\"{'n': 3}\"" : quoted(output));
    }

    @Test
    void whatIsNoFrameIsInvalidInput() {
        Answered answered = answered(rig.call(code, "columns", "{\"frame\": 5}"));

        assertThat(answered.status()).isEqualTo(Status.BAD_REQUEST);
        assertThat(answered.errors()
                        .getFirst()
                        .properties()
                        .path("parameter_type")
                        .asText())
                .isEqualTo("DataFrame");
    }

    @Test
    void moreMemoryThanTheLimitIsAMemoryErrorAndTheNextRunWorks() {
        Answered answered = answered(rig.call(code, "too_much", "{}"));

        assertThat(answered.status()).isEqualTo(Status.FAILED);
        assertThat(answered.errors().getFirst().properties().path("error_type").asText())
                .endsWith("MemoryError");
        assertThat(answered(rig.call(code, "scalar", "{}")).outputJson()).isEqualTo("\"3\"");
    }

    private static String quoted(String text) {
        return text.replace("\\'", "\\\"").replace('\'', '"');
    }

    private static boolean hasPandas(PythonFinder finder, PythonInstall install) {
        try {
            return finder.lacking(install, List.of("pandas")).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
