package dev.bobbin.app.code;

/**
 * What of a text has to be replaced to make another one of it.
 *
 * @param start offset of the first character that differs
 * @param end offset after the last one, in the old text
 * @param with what stands there in the new text
 */
record Difference(int start, int end, String with) {

    static Difference of(String old, String now) {
        int most = Math.min(old.length(), now.length());
        int same = 0;
        while (same < most && old.charAt(same) == now.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < most - same && old.charAt(old.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
            tail++;
        }
        return new Difference(same, old.length() - tail, now.substring(same, now.length() - tail));
    }

    /** Whether both texts are the same. */
    boolean isNone() {
        return start == end && with.isEmpty();
    }

    /** Where a place of the old text is in the new one. What is new right before it does not push it on. */
    int moved(int place) {
        int newEnd = start + with.length();
        return place > end ? place - end + newEnd : Math.min(place, newEnd);
    }
}
