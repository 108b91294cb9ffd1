package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.Conversion;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The database, the session, identifiers and hashes (Transact-SQL reference, "System functions" and "Metadata functions"). */
final class SystemFunctions {

    /** What ISNUMERIC takes for a number though no type does ("ISNUMERIC", remarks). */
    private static final Set<String> SIGNS = Set.of("+", "-", "$", ".", ",");

    private SystemFunctions() {}

    static void addTo(FunctionTable table) {
        Parameter text = Parameter.TEXT;
        table.function("NEWID")
                .volatileResult()
                .gives(
                        SqlType.UNIQUEIDENTIFIER,
                        (c, v) -> UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
        table.function("NEWSEQUENTIALID")
                .volatileResult()
                .gives(
                        SqlType.UNIQUEIDENTIFIER,
                        (c, v) -> UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
        table.function("ISNUMERIC", Parameter.ANY).takesNull().gives(SqlType.INT, SystemFunctions::isNumeric);
        table.function("OBJECT_ID", text, text)
                .from(1)
                .volatileResult()
                .gives(SqlType.INT, (c, v) -> c.session().objectId(string(v, 0), v.length > 1 ? string(v, 1) : null));
        property(table, "DB_NAME", SqlType.nvarchar(128), 0, Parameter.INT);
        property(table, "DB_ID", SqlType.SMALLINT, 0, text);
        property(table, "SCHEMA_NAME", SqlType.nvarchar(128), 0, Parameter.INT);
        property(table, "SCHEMA_ID", SqlType.INT, 0, text);
        property(table, "COL_LENGTH", SqlType.SMALLINT, 2, text, text);
        property(table, "COL_NAME", SqlType.nvarchar(128), 2, Parameter.INT, Parameter.INT);
        property(table, "COLUMNPROPERTY", SqlType.INT, 3, Parameter.INT, text, text);
        property(table, "OBJECTPROPERTY", SqlType.INT, 2, Parameter.INT, text);
        property(table, "OBJECT_DEFINITION", SqlType.NVARCHAR_MAX, 1, Parameter.INT);
        property(table, "TYPE_ID", SqlType.INT, 1, text);
        property(table, "TYPE_NAME", SqlType.nvarchar(128), 1, Parameter.INT);
        property(table, "DATABASEPROPERTYEX", SqlType.nvarchar(128), 2, text, text);
        property(table, "CURSOR_STATUS", SqlType.SMALLINT, 2, text, text);
        property(table, "IDENT_SEED", SqlType.decimal(38, 0), 1, text);
        property(table, "IDENT_INCR", SqlType.decimal(38, 0), 1, text);
        property(table, "OBJECT_NAME", SqlType.nvarchar(128), 1, Parameter.INT);
        property(table, "OBJECT_SCHEMA_NAME", SqlType.nvarchar(128), 1, Parameter.INT);
        property(table, "IDENT_CURRENT", SqlType.decimal(38, 0), 1, text);
        property(table, "SUSER_SNAME", SqlType.nvarchar(128), 0, Parameter.ANY);
        property(table, "SUSER_NAME", SqlType.nvarchar(128), 0, Parameter.ANY);
        property(table, "USER_NAME", SqlType.nvarchar(128), 0, Parameter.INT);
        property(table, "ORIGINAL_LOGIN", SqlType.nvarchar(128), 0);
        property(table, "CURRENT_USER", SqlType.nvarchar(128), 0);
        property(table, "SESSION_USER", SqlType.nvarchar(128), 0);
        property(table, "SYSTEM_USER", SqlType.nvarchar(128), 0);
        property(table, "USER", SqlType.nvarchar(128), 0);
        property(table, "HOST_NAME", SqlType.nvarchar(128), 0);
        property(table, "APP_NAME", SqlType.nvarchar(128), 0);
        property(table, "SERVERPROPERTY", SqlType.nvarchar(128), 1, text);
        property(table, "SCOPE_IDENTITY", SqlType.decimal(38, 0), 0);
        property(table, "ERROR_NUMBER", SqlType.INT, 0);
        property(table, "ERROR_MESSAGE", SqlType.nvarchar(4000), 0);
        property(table, "ERROR_SEVERITY", SqlType.INT, 0);
        property(table, "ERROR_STATE", SqlType.INT, 0);
        property(table, "ERROR_LINE", SqlType.INT, 0);
        property(table, "ERROR_PROCEDURE", SqlType.nvarchar(128), 0);
        property(table, "XACT_STATE", SqlType.SMALLINT, 0);
        property(table, "ROWCOUNT_BIG", SqlType.BIGINT, 0);
        table.function("SESSION_CONTEXT", Parameter.ANY)
                .volatileResult()
                .gives(SystemFunctions::sessionValue, (c, v) -> c.session().property("SESSION_CONTEXT", v));
        table.function("PARSENAME", text, Parameter.INT).gives(SqlType.nvarchar(128), SystemFunctions::part);
        table.function("CURRENT_TIMEZONE").gives(SqlType.varchar(50), (c, v) -> "(UTC) Coordinated Universal Time");
        table.function("CURRENT_TIMEZONE_ID").gives(SqlType.varchar(50), (c, v) -> "UTC");
        table.function("$identity", text)
                .volatileResult()
                .gives(FunctionTable::first, (c, v) -> c.session().nextIdentity(string(v, 0)));
        table.function("$identity_given", Parameter.ANY, text).volatileResult().gives(FunctionTable::first, (c, v) -> {
            if (v[0] instanceof Number given) {
                c.session().identityGiven(string(v, 1), given.longValue());
            }
            return v[0];
        });
        table.function("$next_value", text)
                .volatileResult()
                .gives(SqlType.BIGINT, (c, v) -> c.session().nextSequenceValue(string(v, 0)));
        table.function("HASHBYTES", text, Parameter.ANY).gives(SqlType.varbinary(8000), SystemFunctions::hash);
    }

    /** A part of a dotted name, counted from the right. */
    private static @Nullable Object part(Invocation call, @Nullable Object[] v) {
        List<String> parts = dev.bobbin.emulator.standin.sql.catalog.Catalog.parts(string(v, 0));
        int index = parts.size() - (int) FunctionTable.number(v, 1);
        boolean there = parts.size() <= 4
                && index >= 0
                && index < parts.size()
                && !parts.get(index).isEmpty();
        return there ? parts.get(index) : null;
    }

    /** A key is nvarchar; one of varchar is refused ("SESSION_CONTEXT"). */
    private static SqlType sessionValue(List<SqlType> key) {
        if (!key.getFirst().isNational()) {
            throw SqlErrors.wrongArgumentType(key.getFirst().kind().messageName(), 1, "session_context");
        }
        return SqlType.SQL_VARIANT;
    }

    private static void property(FunctionTable table, String name, SqlType type, int least, Parameter... parameters) {
        table.function(name, parameters)
                .from(least)
                .takesNull()
                .volatileResult()
                .gives(type, (c, v) -> c.session().property(name, v));
    }

    private static Object isNumeric(Invocation call, @Nullable Object[] v) {
        if (v[0] == null) {
            return 0L;
        }
        if (call.type(0).isNumeric()) {
            return 1L;
        }
        if (!call.type(0).isText() || string(v, 0).isBlank()) {
            return 0L;
        }
        if (SIGNS.contains(string(v, 0).strip())) {
            return 1L;
        }
        for (SqlType type : new SqlType[] {SqlType.FLOAT, SqlType.MONEY}) {
            try {
                Conversion.convert(v[0], call.type(0), type, Conversion.NO_STYLE);
                return 1L;
            } catch (SqlError e) {
                continue;
            }
        }
        return 0L;
    }

    private static @Nullable Object hash(Invocation call, @Nullable Object[] v) {
        String algorithm =
                switch (string(v, 0).toUpperCase(Locale.ROOT)) {
                    case "MD5" -> "MD5";
                    case "SHA", "SHA1" -> "SHA-1";
                    case "SHA2_256" -> "SHA-256";
                    case "SHA2_512" -> "SHA-512";
                    default -> "";
                };
        if (algorithm.isEmpty()) {
            return null;
        }
        byte[] bytes = BinaryFunctions.bytes(call, v, 1, "hashbytes");
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
