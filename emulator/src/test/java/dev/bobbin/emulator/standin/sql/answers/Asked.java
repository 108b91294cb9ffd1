package dev.bobbin.emulator.standin.sql.answers;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A database that is asked statement after statement; each finds it empty, as what the one before did is rolled back. */
final class Asked implements AutoCloseable {

    private static final int PAGE = 1000;

    private final SqlSession session;

    Asked(Path folder, SqlKind kind) {
        session = SqlDatabase.open(folder.resolve(kind + ".db"), kind).connect();
    }

    /** The answer, one line for a row, in the form of the files. */
    List<String> ask(String sql) {
        List<String> lines = new ArrayList<>();
        try {
            boolean first = true;
            for (SqlResult result : session.execute(sql, List.of())) {
                switch (result) {
                    case SqlResult.Rows set -> {
                        if (!first) {
                            lines.add("--");
                        }
                        first = false;
                        addRows(set.rows(), lines);
                    }
                    case SqlResult.Failure failure -> lines.add(written(failure.error()));
                    case SqlResult.Count ignored -> {}
                    case SqlResult.Message message -> lines.add("\"" + message.text() + "\"");
                }
            }
        } catch (SqlError e) {
            lines.add(written(e));
        } finally {
            session.rollback();
            session.execute("SET XACT_ABORT OFF; SET DATEFIRST 7", List.of());
        }
        return lines.isEmpty() ? List.of("done") : lines;
    }

    private static void addRows(RowSet rows, List<String> lines) {
        int before = lines.size();
        for (var page = rows.next(PAGE); !page.isEmpty(); page = rows.next(PAGE)) {
            for (List<@Nullable Object> row : page) {
                List<String> values = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    values.add(written(row.get(i), rows.columns().get(i).type()));
                }
                lines.add(values.stream().collect(Collectors.joining(" | ")));
            }
        }
        if (lines.size() == before) {
            lines.add("(none)");
        }
    }

    private static String written(SqlError error) {
        return "!" + error.number() + " [" + error.state() + "] " + error.text();
    }

    private static String written(@Nullable Object value, SqlType type) {
        return switch (value) {
            case null -> "NULL";
            case String text when type.kind() == Kind.UNIQUEIDENTIFIER -> text;
            case String text -> "'" + text.replace("\r", "\\r").replace("\n", "\\n") + "'";
            case Long number when type.kind() == Kind.BIT -> number != 0 ? "true" : "false";
            case BigDecimal number -> number.toPlainString();
            case Double number -> number + (number.toString().contains("E") ? "" : "E0");
            case byte[] bytes -> "0x" + HexFormat.of().withUpperCase().formatHex(bytes);
            case LocalDateTime moment -> Codec.text(moment, type.scale());
            case LocalTime time -> Codec.text(time, type.scale());
            case OffsetDateTime moment -> Codec.text(moment, type.scale());
            default -> value.toString();
        };
    }

    /** Whether it is the answer that was expected: of errors the start of the text counts, and SQLSTATE if it is given. */
    static boolean agrees(List<String> expected, List<String> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            String wanted = expected.get(i);
            String given = actual.get(i);
            boolean same = wanted.startsWith("!")
                    ? (wanted.contains("[") ? given : given.replaceFirst(" \\[\\w{5}]", "")).startsWith(wanted)
                    : given.equals(wanted);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        session.close();
    }
}
