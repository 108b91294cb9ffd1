package dev.bobbin.emulator.signature;

import org.jspecify.annotations.Nullable;

/**
 * Turns offsets in UTF-8 bytes into offsets in UTF-16 units.
 *
 * @param units UTF-16 units before each byte; null when every byte is one
 */
record Utf16Offsets(int @Nullable [] units) {

    /** Offsets of a part of well-formed UTF-8. */
    static Utf16Offsets of(byte[] utf8, int start, int end) {
        int[] units = new int[end - start + 1];
        boolean ascii = true;
        int unit = 0;
        for (int i = start; i < end; i++) {
            units[i - start] = unit;
            int b = utf8[i] & 0xFF;
            ascii &= b < 0x80;
            boolean continuation = b >= 0x80 && b < 0xC0;
            unit += continuation ? 0 : b >= 0xF0 ? 2 : 1;
        }
        units[end - start] = unit;
        return new Utf16Offsets(ascii ? null : units);
    }

    int at(int offset) {
        int[] table = units;
        return table == null ? offset : table[Math.clamp(offset, 0, table.length - 1)];
    }
}
