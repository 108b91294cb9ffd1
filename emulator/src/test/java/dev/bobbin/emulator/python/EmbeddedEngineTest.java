package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The engine on GraalPy. */
class EmbeddedEngineTest extends EngineContract {

    @Override
    PythonEngine newEngine() throws IOException {
        return PythonEngine.embedded(EngineLaunch.fromSystemProperties());
    }

    /** They are taken out of GraalPy's pip when Bobbin is built; another GraalPy may bring other versions. */
    @Test
    void bundledLibrariesAreTheVersionsTheirMetadataSay() {
        assertThat(run("""
                import importlib, importlib.metadata, re, sys
                differing = []
                for name in ["requests", "urllib3", "certifi", "idna"]:
                    version = importlib.import_module(name).__version__
                    if re.sub(r"\\b0+(?=\\d)", "", version) != importlib.metadata.version(name):
                        differing.append(name + " is " + version)
                return [differing, "pip" in sys.modules]
                """).toString()).isEqualTo("[[],false]");
    }
}
