package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Sequence;
import dev.bobbin.emulator.standin.sql.catalog.InternalTables;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sequences: numbers that are handed out once, whatever becomes of the transaction. */
final class Sequences {

    private final SessionState state;
    private final Map<String, Long> taken = new HashMap<>();

    Sequences(SessionState state) {
        this.state = state;
    }

    static Sequence create(ObjectName name, Statement.SequenceOptions options) {
        SqlType type = options.type() == null ? SqlType.BIGINT : SqlType.declared(options.type());
        if (!type.isInteger() || type.kind() == Kind.BIT) {
            throw SqlErrors.notSupported("CREATE SEQUENCE " + name + " AS " + type);
        }
        long step = options.step() == null ? 1 : options.step();
        if (step == 0) {
            throw new SqlError(11700, "42000", "The increment for sequence object '" + name + "' cannot be zero.");
        }
        long least = options.least() == null ? smallest(type) : options.least();
        long most = options.most() == null ? largest(type) : options.most();
        long start = options.start() == null ? step > 0 ? least : most : options.start();
        if (start < least || start > most) {
            throw new SqlError(
                    11703,
                    "42000",
                    "The start value for sequence object '" + name
                            + "' must be between the minimum and maximum value of the sequence object.");
        }
        boolean cycle = Boolean.TRUE.equals(options.cycle());
        return new Sequence(TableBuilder.schema(name), name.name(), type, start, step, least, most, cycle);
    }

    static Sequence alter(Sequence old, Statement.SequenceOptions options) {
        return new Sequence(
                old.schema(),
                old.name(),
                old.type(),
                options.start() == null ? old.start() : options.start(),
                options.step() == null ? old.step() : options.step(),
                options.least() == null ? old.least() : options.least(),
                options.most() == null ? old.most() : options.most(),
                options.cycle() == null ? old.cycle() : options.cycle());
    }

    private static long smallest(SqlType type) {
        return switch (type.kind()) {
            case TINYINT -> 0;
            case SMALLINT -> Short.MIN_VALUE;
            case INT -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    private static long largest(SqlType type) {
        return switch (type.kind()) {
            case TINYINT -> 255;
            case SMALLINT -> Short.MAX_VALUE;
            case INT -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    long next(String qualifiedName) {
        if (!(state.catalog().find(name(qualifiedName)) instanceof Sequence sequence)) {
            throw SqlErrors.invalidObject(qualifiedName);
        }
        Long last = taken.containsKey(qualifiedName) ? taken.get(qualifiedName) : stored(qualifiedName);
        long value = last == null ? sequence.start() : following(sequence, last);
        taken.put(qualifiedName, value);
        state.attempt(() -> {
            state.beginChange();
            write(qualifiedName, value);
        });
        return value;
    }

    private static ObjectName name(String qualifiedName) {
        int dot = qualifiedName.indexOf('.');
        return new ObjectName(null, qualifiedName.substring(0, dot), qualifiedName.substring(dot + 1));
    }

    private static long following(Sequence sequence, long last) {
        boolean up = sequence.step() > 0;
        boolean exhausted = up ? last > sequence.most() - sequence.step() : last < sequence.least() - sequence.step();
        if (!exhausted) {
            return last + sequence.step();
        }
        if (!sequence.cycle()) {
            throw new SqlError(
                    11728,
                    "42000",
                    "The sequence object '" + sequence.name()
                            + "' has reached its minimum or maximum value. Restart the sequence object to allow new values to be generated.");
        }
        return up ? sequence.least() : sequence.most();
    }

    private @Nullable Long stored(String qualifiedName) {
        try (PreparedStatement select = state.link()
                .connection()
                .prepareStatement("SELECT last_value FROM bobbin_sequence WHERE sequence_name = ?")) {
            select.setString(1, qualifiedName);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        } catch (SQLException e) {
            return null;
        }
    }

    private void write(String qualifiedName, long value) throws SQLException {
        state.link().run(InternalTables.SEQUENCES);
        try (PreparedStatement put = state.link()
                .connection()
                .prepareStatement("INSERT INTO bobbin_sequence VALUES (?, ?)"
                        + " ON CONFLICT (sequence_name) DO UPDATE SET last_value = excluded.last_value")) {
            put.setString(1, qualifiedName);
            put.setLong(2, value);
            put.executeUpdate();
        }
    }

    /** The next value is the start again. */
    void restart(Sequence sequence) throws SQLException {
        taken.remove(sequence.qualifiedName());
        state.link().run(InternalTables.SEQUENCES);
        try (PreparedStatement delete =
                state.link().connection().prepareStatement("DELETE FROM bobbin_sequence WHERE sequence_name = ?")) {
            delete.setString(1, sequence.qualifiedName());
            delete.executeUpdate();
        }
    }

    /** Others may take numbers once this session's are written. */
    void afterCommit() {
        taken.clear();
    }

    /** What was taken stays taken. */
    void keepAfterRollback() throws SQLException {
        taken.keySet().removeIf(name -> !(state.catalog().find(name(name)) instanceof Sequence));
        if (taken.isEmpty()) {
            return;
        }
        state.link().beginWriting();
        for (Map.Entry<String, Long> each : taken.entrySet()) {
            write(each.getKey(), each.getValue());
        }
        state.link().commit();
        taken.clear();
    }
}
