package dev.bobbin.app.workspace;

import dev.bobbin.emulator.invoke.InvocationResult;

/** A run that has ended. */
public record FinishedRun(String function, InvocationResult result) {}
