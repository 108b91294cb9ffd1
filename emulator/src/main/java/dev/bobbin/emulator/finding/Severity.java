package dev.bobbin.emulator.finding;

/** How much a finding matters: an error would be refused or fail, a warning may, an info is good to know. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
