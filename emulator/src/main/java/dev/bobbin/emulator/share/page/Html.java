package dev.bobbin.emulator.share.page;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.words.ChangeLine;
import dev.bobbin.emulator.standin.words.ChangeLines;
import java.util.List;
import java.util.Locale;

/**
 * Grows a page in one language. Markup is written by this package alone; whatever comes from a run is escaped, and cut when
 * it is very long.
 */
final class Html {

    /** More characters of one text make a page no browser likes. */
    static final int LONGEST = 200_000;

    private final StringBuilder page = new StringBuilder();
    private final Locale language;

    Html(Locale language) {
        this.language = language;
    }

    /** The page's own words. @param key of a {@link Message} */
    String words(String key, Object... values) {
        return Message.of(key, values).in(language);
    }

    /** A change as lists of changes tell it. */
    List<ChangeLine> lines(Change change) {
        return ChangeLines.of(new ChangeSet(List.of(change)), language);
    }

    /** Adds markup as it is. */
    Html markup(String markup) {
        page.append(markup);
        return this;
    }

    /** Adds a text. */
    Html text(String text) {
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c);
            }
        }
        if (end < text.length()) {
            page.append('\n').append(words("page.cut", text.length() - end));
        }
        return this;
    }

    /** Adds a text in an element. @param name of the element, such as {@code p} */
    Html element(String name, String text) {
        return markup("<" + name + ">").text(text).markup("</" + name + ">");
    }

    /** Begins a section. */
    Html section(String title) {
        return markup("<section>").element("h2", title);
    }

    Html endSection() {
        return markup("</section>\n");
    }

    /** Begins a table. */
    Html table(List<String> columns) {
        markup("<table><thead><tr>");
        columns.forEach(column -> element("th", column));
        return markup("</tr></thead><tbody>");
    }

    /** Adds a row of texts to a table. */
    Html row(String... cells) {
        markup("<tr>");
        for (String cell : cells) {
            element("td", cell);
        }
        return markup("</tr>");
    }

    Html endTable() {
        return markup("</tbody></table>");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
