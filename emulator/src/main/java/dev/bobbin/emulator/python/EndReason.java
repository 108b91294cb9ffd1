package dev.bobbin.emulator.python;

/** Says in plain words why a child process ended. */
final class EndReason {

    private EndReason() {}

    /**
     * @param started whether Python had come up
     * @param lastWords what the process said last on standard error
     * @param heapMegabytes memory limit, 0 when there is none
     */
    static String of(int exitCode, boolean started, String lastWords, int heapMegabytes) {
        if (exitCode == MemoryGuard.EXIT_CODE && heapMegabytes > 0) {
            return "The function ran out of memory: it needed more than the limit of " + heapMegabytes
                    + " MB. Work on less data at a time, or raise the memory limit in the settings.";
        }
        if (!started) {
            return "Python could not be started (exit code " + exitCode + ")."
                    + (lastWords.isBlank() ? "" : " It said: " + lastWords);
        }
        return "The Python process ended before the function did (exit code " + exitCode
                + "). The function may have ended it itself, for example with os._exit, or something else on this"
                + " machine did. It has been started anew.";
    }
}
