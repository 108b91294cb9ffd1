package dev.bobbin.emulator.standin.sql.syntax;

import org.jspecify.annotations.Nullable;

/** A name of up to three parts; a part that was not written is null. Quotes and brackets are already gone. */
public record ObjectName(
        @Nullable String database, @Nullable String schema, String name) {

    public static ObjectName of(String name) {
        return new ObjectName(null, null, name);
    }

    /** A table that belongs to the session, such as {@code #t}. */
    public boolean temporary() {
        return name.startsWith("#");
    }

    /** As SQL Server quotes it in messages: the parts that were written, joined by dots. */
    @Override
    public String toString() {
        String qualified = schema == null ? name : schema + "." + name;
        if (database == null) {
            return qualified;
        }
        return schema == null ? database + ".." + name : database + "." + qualified;
    }
}
