package dev.bobbin.app.services;

import dev.bobbin.app.engine.EngineAdviser;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.EngineOptions;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.python.EngineAdvice;
import java.util.Optional;

/** Advice from the Pythons of this machine. */
public final class PythonAdvice implements EngineAdviser.Advice {

    @Override
    public Optional<EngineAdvice> about(ItemCode code, boolean trusted) {
        return Emulator.advice(code, EngineOptions.DEFAULT, trusted);
    }
}
