package dev.bobbin.emulator.example;

/** Hears of examples while they run, on any thread. */
@FunctionalInterface
public interface ExampleProgress {

    /** One begins. */
    default void begun(ExampleStore.Kept example) {}

    /** One has ended. */
    void ended(ExampleOutcome outcome);
}
