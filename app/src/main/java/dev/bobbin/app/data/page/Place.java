package dev.bobbin.app.data.page;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.browse.BrowsedTable;
import java.util.List;

/** A place in the tree of the data browser. */
public sealed interface Place {

    /** The stand-in it lies in. */
    StandIn standIn();

    /** Whether it is the same place, perhaps with something else in it: a table keeps its place with other columns. */
    default boolean same(Place other) {
        return equals(other);
    }

    /**
     * A stand-in as a whole.
     *
     * @param there whether it exists; one that a connection names may not yet
     * @param aliases under which the item knows it; none when it is another item's
     */
    record Root(StandIn standIn, boolean there, List<String> aliases) implements Place {

        public Root {
            aliases = List.copyOf(aliases);
        }

        /** What it is called: as in the code, and its own name when that is another one. */
        public String title() {
            String name = standIn.name();
            return aliases.isEmpty() || aliases.equals(List.of(name))
                    ? name
                    : text("data.root.aliases", String.join(", ", aliases), name);
        }
    }

    /** A table or view of a database, or of a lakehouse's SQL endpoint. */
    record Table(StandIn standIn, StandIn.Sql database, BrowsedTable table) implements Place {

        /** The place of the table as it is now. */
        public Table now(BrowsedTable present) {
            return new Table(standIn, database, present);
        }

        @Override
        public boolean same(Place other) {
            return other instanceof Table that
                    && database.equals(that.database)
                    && table.qualifiedName().equals(that.table.qualifiedName());
        }
    }

    /** A folder of a lakehouse. @param path from {@code Files}, with forward slashes; empty for {@code Files} itself */
    record Folder(StandIn.Lakehouse standIn, String path) implements Place {

        /** The last part of its path. */
        public String name() {
            return path.isEmpty() ? "Files" : path.substring(path.lastIndexOf('/') + 1);
        }

        /** A folder in it. */
        public Folder child(String name) {
            return new Folder(standIn, path.isEmpty() ? name : path + "/" + name);
        }
    }

    /** A container of documents. */
    record Container(StandIn.Documents standIn, String database, String container) implements Place {}

    /** Words instead of children: that there are none, or that there are more than the tree shows. */
    record Note(StandIn standIn, String words) implements Place {}
}
