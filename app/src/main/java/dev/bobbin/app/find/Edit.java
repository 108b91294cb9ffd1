package dev.bobbin.app.find;

/** What takes the place of a match. */
record Edit(Match match, String with) {

    /** How much longer it makes the text. */
    private int growth() {
        return with.length() - (match.end() - match.start());
    }

    /** Where a place is once this has been done; one inside the match moves to the end of what takes its place. */
    int moved(int place) {
        if (place <= match.start()) {
            return place;
        }
        return place >= match.end() ? place + growth() : match.start() + with.length();
    }
}
