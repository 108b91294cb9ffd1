package dev.bobbin.emulator.standin.tables;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import java.io.IOException;
import java.util.Map;

/**
 * A SQL stand-in that somebody asks by hand; that of a lakehouse shows its tables as they are now.
 *
 * @param problems of the lakehouse's tables; none of other stand-ins
 */
public record AskedDatabase(SqlDatabase database, TableProblems problems) {

    /** @throws IOException when it cannot be opened or, the first time, be made */
    public static AskedDatabase of(StandIn.Sql standIn) throws IOException {
        SqlDatabase database = SqlDatabase.of(standIn);
        boolean isEndpoint = standIn.kind() == StandIn.SqlKind.LAKEHOUSE_ENDPOINT;
        return new AskedDatabase(
                database, new TableProblems(isEndpoint ? new LakehouseTables(standIn).refresh() : Map.of()));
    }

    /** An error of a statement, or what is wrong with the table that it says is not there. */
    public SqlError explained(SqlError error) {
        return problems.reason(error.text())
                .map(reason -> reason.at(error.line()))
                .orElse(error);
    }
}
