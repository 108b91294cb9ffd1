package dev.bobbin.emulator.serve;

/** How much memory something of the endpoint may take, so that all of it together fits into a small heap, too. */
final class HeapShare {

    private static final long MOST = 256L * 1024 * 1024;

    private HeapShare() {}

    /** A part of the memory that Java may use, in bytes; 256 MB at most. */
    static long of(int parts) {
        return Math.min(MOST, Runtime.getRuntime().maxMemory() / parts);
    }
}
