package dev.bobbin.emulator.standin.parquet;

/** Takes a value that was read. */
@FunctionalInterface
interface ValueSink {
    void accept(Object value);
}
