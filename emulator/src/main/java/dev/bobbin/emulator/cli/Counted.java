package dev.bobbin.emulator.cli;

/** Numbers of things, in words. */
final class Counted {

    private Counted() {}

    /** Such as "1 row" and "2 rows". @param thing one of them; more of them end in s */
    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
