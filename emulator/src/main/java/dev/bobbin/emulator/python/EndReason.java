package dev.bobbin.emulator.python;

import dev.bobbin.emulator.service.EngineFault;
import dev.bobbin.emulator.service.EngineFault.Kind;
import java.util.Map;

/** Tells from its exit code why a child process ended. */
final class EndReason {

    /** Exit code: user code has changed the interpreter so much that a call can no longer be answered. */
    static final int UNUSABLE = 98;

    /** Exit code: the child has lost the channel to its parent. */
    static final int CHANNEL_LOST = 99;

    /** Exit code: the interpreter itself failed while it ran a function. */
    static final int INTERPRETER_FAILED = 96;

    /** In place of an exit code: Bobbin has ended the child, which said more at once than could be taken. */
    static final int SAID_TOO_MUCH = -1;

    /** A process that a signal has ended has this plus the signal's number as its exit code. */
    private static final int SIGNAL = 128;

    private static final int LAST_SIGNAL = 31;

    private EndReason() {}

    /**
     * @param started whether Python had come up
     * @param lastWords what the process said last on standard error
     * @param memoryMegabytes memory limit, 0 when there is none
     */
    static EngineFault of(int exitCode, boolean started, String lastWords, int memoryMegabytes) {
        if (exitCode == MemoryGuard.EXIT_CODE && memoryMegabytes > 0) {
            return new EngineFault(Kind.OUT_OF_MEMORY, "megabytes", memoryMegabytes);
        }
        if (exitCode == SAID_TOO_MUCH) {
            return new EngineFault(Kind.SAID_TOO_MUCH);
        }
        if (!started) {
            return new EngineFault(
                    Kind.NOT_STARTED, Map.of("exitCode", String.valueOf(exitCode), "said", lastWords.strip()));
        }
        return switch (exitCode) {
            case UNUSABLE -> new EngineFault(Kind.PYTHON_REPLACED);
            case CHANNEL_LOST -> new EngineFault(Kind.CHANNEL_CLOSED);
            case INTERPRETER_FAILED -> new EngineFault(Kind.INTERPRETER_FAILED);
            default -> unexpected(exitCode);
        };
    }

    private static EngineFault unexpected(int exitCode) {
        int signal = exitCode - SIGNAL;
        return signal > 0 && signal <= LAST_SIGNAL
                ? new EngineFault(Kind.KILLED, "signal", signal + signalName(signal))
                : new EngineFault(Kind.ENDED, "exitCode", exitCode);
    }

    private static String signalName(int number) {
        return switch (number) {
            case 6 -> " (abort)";
            case 9 -> " (kill)";
            case 11 -> " (invalid memory access)";
            case 15 -> " (termination)";
            default -> "";
        };
    }
}
