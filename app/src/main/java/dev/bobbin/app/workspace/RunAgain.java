package dev.bobbin.app.workspace;

import java.util.function.Consumer;

/**
 * A run that is wanted as an earlier one was.
 *
 * @param started hears that it begins: after the questions there may be, if at all
 * @param ended hears what came of it
 */
public record RunAgain(RunSetting setting, Runnable started, Consumer<FinishedRun> ended) {}
