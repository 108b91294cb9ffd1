package dev.bobbin.app.find;

/** A page with a text that the find commands are about while it is in front. */
public interface Searchable {

    /** Its find bar. */
    FindBar findBar();
}
