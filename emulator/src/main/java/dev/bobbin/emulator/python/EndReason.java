package dev.bobbin.emulator.python;

/** Says in plain words why a child process ended. */
final class EndReason {

    /** Exit code: user code has changed the interpreter so much that a call can no longer be answered. */
    static final int UNUSABLE = 98;

    /** Exit code: the child has lost the channel to its parent. */
    static final int CHANNEL_LOST = 99;

    /** Exit code: the interpreter itself failed while it ran a function. */
    static final int INTERPRETER_FAILED = 96;

    /** A process that a signal has ended has this plus the signal's number as its exit code. */
    private static final int SIGNAL = 128;

    private static final int LAST_SIGNAL = 31;

    private static final String AGAIN = " Python has been started anew.";

    static final String DAMAGED_ANSWER =
            "The answer of the Python process was damaged by what another program wrote into"
                    + " it: one the function has started, probably. Have such programs' output captured." + AGAIN;

    private EndReason() {}

    /**
     * @param started whether Python had come up
     * @param lastWords what the process said last on standard error
     * @param memoryMegabytes memory limit, 0 when there is none
     */
    static String of(int exitCode, boolean started, String lastWords, int memoryMegabytes) {
        if (exitCode == MemoryGuard.EXIT_CODE && memoryMegabytes > 0) {
            return outOfMemory(memoryMegabytes);
        }
        if (!started) {
            return "Python could not be started (exit code " + exitCode + ")."
                    + (lastWords.isBlank() ? "" : " It said: " + lastWords);
        }
        return switch (exitCode) {
            case UNUSABLE ->
                "The function has replaced parts of Python itself, such as built-in functions, without which its result"
                        + " cannot be told. Leave built-in functions and modules of the standard library as they are."
                        + AGAIN;
            case CHANNEL_LOST ->
                "The function has closed files of the Python process that it did not open, such as with os.closerange."
                        + " Close only what the function has opened." + AGAIN;
            case INTERPRETER_FAILED ->
                "The Python interpreter itself failed while it ran the function, as with a wrong call into native code."
                        + AGAIN;
            default -> unexpected(exitCode);
        };
    }

    /** The reason when the function needed more memory than it may have. */
    static String outOfMemory(int megabytes) {
        return "The function ran out of memory: it needed more than the limit of " + megabytes
                + " MB. Work on less data at a time, or raise the memory limit in the settings.";
    }

    private static String unexpected(int exitCode) {
        int signal = exitCode - SIGNAL;
        if (signal > 0 && signal <= LAST_SIGNAL) {
            return "The Python process was ended from outside or crashed (signal " + signal + signalName(signal)
                    + "): native code with an error, the system being short of memory, or another program can be the"
                    + " cause." + AGAIN;
        }
        return "The Python process ended before the function did (exit code " + exitCode
                + "). The function may have ended it itself, for example with os._exit, or native code that it called has"
                + " failed." + AGAIN;
    }

    private static String signalName(int number) {
        return switch (number) {
            case 6 -> ", abort";
            case 9 -> ", kill";
            case 11 -> ", invalid memory access";
            case 15 -> ", termination";
            default -> "";
        };
    }
}
