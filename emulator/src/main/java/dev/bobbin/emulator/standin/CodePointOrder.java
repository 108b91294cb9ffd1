package dev.bobbin.emulator.standin;

import java.util.Comparator;

/**
 * Orders texts by their code points, which is the order of their bytes in UTF-8. {@link String#compareTo} differs for
 * characters beyond the first 65,536.
 */
public enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                boolean sameKind = Character.isSurrogate(left) == Character.isSurrogate(right);
                return sameKind ? Character.compare(left, right) : Character.isSurrogate(left) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
