package dev.bobbin.emulator.standin.sql.functions;

import java.util.Locale;

/** SOUNDEX and DIFFERENCE. */
final class Soundex {

    private static final String CODES = "01230120022455012623010202";

    private Soundex() {}

    static String of(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.isEmpty() || upper.charAt(0) < 'A' || upper.charAt(0) > 'Z') {
            return "0000";
        }
        StringBuilder code = new StringBuilder().append(upper.charAt(0));
        char last = CODES.charAt(upper.charAt(0) - 'A');
        for (int i = 1; i < upper.length() && code.length() < 4; i++) {
            char c = upper.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            char digit = CODES.charAt(c - 'A');
            if (digit != '0' && digit != last) {
                code.append(digit);
            }
            if (c != 'H' && c != 'W') {
                last = digit;
            }
        }
        return (code + "000").substring(0, 4);
    }

    static Object difference(String left, String right) {
        String a = of(left);
        String b = of(right);
        long same = 0;
        for (int i = 0; i < 4; i++) {
            same += a.charAt(i) == b.charAt(i) ? 1 : 0;
        }
        return same;
    }
}
