package dev.bobbin.emulator.standin.sql.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random queries over two tables answer what the evaluator of this package answers. */
class QueryProperties {

    private static Path folder = Path.of("");
    private static SqlSession session;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("queries");
        session = SqlDatabase.open(folder.resolve("data.db"), SqlKind.SQL_DATABASE)
                .connect();
        new Tables().script().forEach(sql -> session.execute(sql, List.of()));
        session.commit();
    }

    @AfterContainer
    static void close() throws IOException {
        session.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Provide
    Arbitrary<Query> queries() {
        return new Queries().queries();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void answersAreThoseOfTheReference(@ForAll("queries") Query query) {
        List<List<Object>> expected = keys(query.rows());
        List<List<Object>> actual = keys(ask(query.sql()));
        boolean ordered =
                query instanceof Query.Select select && !select.descending().isEmpty();
        if (!ordered) {
            expected.sort(Values.ROWS);
            actual.sort(Values.ROWS);
        }
        assertThat(actual).as(query.sql()).isEqualTo(expected);
    }

    /** Values in a form that is the same for equal ones: which of several equal texts a group shows is open. */
    private static List<List<Object>> keys(List<List<Object>> rows) {
        List<List<Object>> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(Values.key(row)));
        return keys;
    }

    private static List<List<Object>> ask(String sql) {
        for (SqlResult result : session.execute(sql, List.of())) {
            if (result instanceof SqlResult.Failure failure) {
                throw failure.error();
            }
            if (result instanceof SqlResult.Rows rows) {
                return rows.rows().next(1000);
            }
        }
        throw new IllegalStateException(sql);
    }
}
