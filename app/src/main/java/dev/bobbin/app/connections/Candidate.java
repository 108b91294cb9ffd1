package dev.bobbin.app.connections;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A stand-in that an alias can be bound to. */
public record Candidate(StandInKind kind, String name) {

    private static final Set<StandInKind> SQL = EnumSet.of(
            StandInKind.WAREHOUSE, StandInKind.SQL_DATABASE, StandInKind.MIRRORED, StandInKind.LAKEHOUSE_ENDPOINT);

    /** The kinds that can take the place of one: a function reaches all SQL kinds in the same way. */
    public static Set<StandInKind> kindsFor(StandInKind kind) {
        return SQL.contains(kind) ? SQL : EnumSet.of(kind);
    }

    /** An existing stand-in as one that can take the place of that kind; empty when it cannot. */
    static Optional<Candidate> of(StandIn standIn, StandInKind wanted) {
        StandInKind kind = StandInKind.of(standIn);
        StandInKind reached =
                kind == StandInKind.LAKEHOUSE && SQL.contains(wanted) ? StandInKind.LAKEHOUSE_ENDPOINT : kind;
        return kindsFor(wanted).contains(reached)
                ? Optional.of(new Candidate(reached, standIn.name()))
                : Optional.empty();
    }
}
