package dev.bobbin.app.services;

import dev.bobbin.app.engine.EngineAdviser;
import dev.bobbin.app.settings.PythonCheck;
import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.EngineOptions;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.python.EngineAdvice;
import dev.bobbin.emulator.python.local.PythonInstall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Advice from the Pythons of this machine. */
public final class PythonAdvice implements EngineAdviser.Advice, PythonCheck {

    private final Supplier<EngineChoice> chosen;

    /** @param chosen names the Python to look at first */
    public PythonAdvice(Supplier<EngineChoice> chosen) {
        this.chosen = chosen;
    }

    @Override
    public Optional<EngineAdvice> about(ItemCode code, boolean trusted) {
        return Emulator.advice(code, chosen.get().options(), trusted);
    }

    @Override
    public String about(Path python) throws IOException {
        PythonInstall found = Emulator.pythons(new EngineOptions(python, null)).find(null);
        return found.version() + ", " + found.executable();
    }
}
