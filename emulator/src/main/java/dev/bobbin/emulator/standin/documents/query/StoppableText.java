package dev.bobbin.emulator.standin.documents.query;

/** A text that can be taken away from a regular expression that would look at it for ever. */
record StoppableText(String text) implements CharSequence {

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        Stop.check();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new StoppableText(text.substring(start, end));
    }

    @Override
    public String toString() {
        return text;
    }
}
