package dev.bobbin.app.find;

/** A place where what is looked for stands. @param end offset after the last character; the start where it is empty */
public record Match(int start, int end) {}
