package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.Catalog;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the functions about the database and the session answer (reference, "Metadata functions", "System functions"). */
final class Facts {

    private final SessionState state;

    Facts(SessionState state) {
        this.state = state;
    }

    @Nullable
    Object property(String name, @Nullable Object[] arguments) {
        SqlError error = state.caught();
        return switch (name) {
            case "DB_NAME" ->
                arguments.length == 0 || Long.valueOf(5).equals(arguments[0]) ? state.databaseName() : null;
            case "DB_ID" ->
                arguments.length == 0 || state.databaseName().equalsIgnoreCase(String.valueOf(arguments[0]))
                        ? 5L
                        : null;
            case "SCHEMA_NAME" -> arguments.length == 0 ? "dbo" : schemaName(arguments[0]);
            case "SCHEMA_ID" -> arguments.length == 0 ? Long.valueOf(1) : schemaId(arguments[0]);
            case "COL_LENGTH" -> columnLength(arguments);
            case "COL_NAME" -> columnName(arguments);
            case "COLUMNPROPERTY" -> columnProperty(arguments);
            case "OBJECTPROPERTY" -> objectProperty(arguments);
            case "OBJECT_NAME" -> objectName(arguments[0], false);
            case "OBJECT_SCHEMA_NAME" -> objectName(arguments[0], true);
            case "OBJECT_DEFINITION" -> definition(arguments[0]);
            case "SCOPE_IDENTITY" -> number(state.identities().lastInScope());
            case "@@IDENTITY" -> number(state.identities().last());
            case "IDENT_CURRENT" -> identity(arguments, "current");
            case "IDENT_SEED" -> identity(arguments, "seed");
            case "IDENT_INCR" -> identity(arguments, "step");
            case "ERROR_NUMBER" -> error == null ? null : (Long) (long) error.number();
            case "ERROR_MESSAGE" -> error == null ? null : error.text();
            case "ERROR_SEVERITY" -> error == null ? null : (Long) (long) error.severity();
            case "ERROR_STATE" -> error == null ? null : (Long) (long) error.messageState();
            case "ERROR_LINE" -> error == null ? null : (Long) (long) error.line();
            case "ERROR_PROCEDURE" -> error == null || error.procedure().isEmpty() ? null : error.procedure();
            case "XACT_STATE" -> state.transactionState();
            case "ROWCOUNT_BIG" -> state.rowCount();
            case "USER_NAME", "CURRENT_USER", "USER", "SESSION_USER" -> "dbo";
            case "SESSION_CONTEXT" -> state.context().value(String.valueOf(arguments[0]));
            case "SERVERPROPERTY" -> serverProperty(arguments[0]);
            case "DATABASEPROPERTYEX" -> databaseProperty(arguments[1]);
            case "TYPE_ID" -> Catalog.typeId(String.valueOf(arguments[0]));
            case "TYPE_NAME" -> Catalog.typeName(arguments[0]);
            default -> "bobbin";
        };
    }

    private static @Nullable BigDecimal number(@Nullable Long value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private @Nullable Object identity(@Nullable Object[] arguments, String what) {
        CatalogObject object = arguments[0] == null ? null : state.catalog().find(name(arguments[0]));
        if (object == null) {
            return null;
        }
        if (what.equals("current")) {
            return number(state.identities().current(object));
        }
        return object instanceof Table table
                ? table.columns().stream()
                        .filter(column -> column.identitySeed() != null)
                        .findFirst()
                        .map(column ->
                                number(what.equals("seed") ? column.identitySeed() : (Long) column.identityStep()))
                        .orElse(null)
                : null;
    }

    /** Facts of a service that Fabric documents; others are refused rather than guessed. */
    private Object serverProperty(@Nullable Object property) {
        return switch (String.valueOf(property).toUpperCase(Locale.ROOT)) {
            case "PRODUCTVERSION" -> "12.0.2000.8";
            case "PRODUCTLEVEL" -> "RTM";
            case "EDITION" -> "SQL Azure";
            case "ENGINEEDITION" -> state.warehouse() ? "11" : "12";
            case "COLLATION" -> state.catalog().collation();
            case "SERVERNAME", "MACHINENAME" -> "bobbin";
            case "ISCLUSTERED", "ISINTEGRATEDSECURITYONLY", "ISSINGLEUSER", "ISFULLTEXTINSTALLED" -> "0";
            default -> throw SqlErrors.notSupported("SERVERPROPERTY('" + property + "')");
        };
    }

    private Object databaseProperty(@Nullable Object property) {
        return switch (String.valueOf(property).toUpperCase(Locale.ROOT)) {
            case "COLLATION" -> state.catalog().collation();
            case "STATUS" -> "ONLINE";
            case "UPDATEABILITY" -> "READ_WRITE";
            case "EDITION" -> "SQL Azure";
            default -> throw SqlErrors.notSupported("DATABASEPROPERTYEX('" + property + "')");
        };
    }

    @Nullable
    Long objectId(String name, @Nullable String type) {
        CatalogObject object = state.catalog().find(name(name));
        if (object == null) {
            return null;
        }
        boolean fits = type == null || Catalog.type(object).equals(type.strip().toUpperCase(Locale.ROOT));
        return fits ? (Long) Catalog.id(object) : null;
    }

    /** A name in a text, with or without brackets and schema. */
    private static ObjectName name(@Nullable Object text) {
        List<String> parts = Catalog.parts(String.valueOf(text));
        String last = parts.getLast();
        String schema = parts.size() > 1 && !parts.get(parts.size() - 2).isEmpty() ? parts.get(parts.size() - 2) : null;
        return new ObjectName(null, last.startsWith("#") ? null : schema, last);
    }

    private @Nullable Object schemaName(@Nullable Object id) {
        return state.catalog().schemas().stream()
                .filter(schema -> Long.valueOf(Catalog.schemaId(schema)).equals(id))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Long schemaId(@Nullable Object name) {
        String text = String.valueOf(name);
        return name != null && state.catalog().hasSchema(text) ? Catalog.schemaId(text) : null;
    }

    private @Nullable CatalogObject byId(@Nullable Object id) {
        return state.catalog().all().stream()
                .filter(object -> Long.valueOf(Catalog.id(object)).equals(id))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Object objectName(@Nullable Object id, boolean schema) {
        CatalogObject object = byId(id);
        return object == null ? null : schema ? object.schema() : object.name();
    }

    private @Nullable Object definition(@Nullable Object id) {
        return switch (byId(id)) {
            case CatalogObject.View view -> view.definition();
            case CatalogObject.Procedure procedure -> procedure.text();
            case CatalogObject.Function function -> function.text();
            case null, default -> null;
        };
    }

    private @Nullable Column column(Table table, @Nullable Object name) {
        return table.columns().stream()
                .filter(column -> state.ignoresCase()
                        ? column.name().equalsIgnoreCase(String.valueOf(name))
                        : column.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Object columnLength(@Nullable Object[] arguments) {
        if (arguments[0] != null && state.catalog().find(name(arguments[0])) instanceof Table table) {
            Column column = column(table, arguments[1]);
            return column == null ? null : (Long) (long) column.type().bytes();
        }
        return null;
    }

    private @Nullable Object columnName(@Nullable Object[] arguments) {
        return byId(arguments[0]) instanceof Table table
                        && arguments[1] instanceof Long position
                        && position > 0
                        && position <= table.columns().size()
                ? table.columns().get((int) (position - 1)).name()
                : null;
    }

    private @Nullable Object columnProperty(@Nullable Object[] arguments) {
        if (!(byId(arguments[0]) instanceof Table table)) {
            return null;
        }
        Column column = column(table, arguments[1]);
        if (column == null) {
            return null;
        }
        SqlType type = column.type();
        return switch (String.valueOf(arguments[2]).toUpperCase(Locale.ROOT)) {
            case "ISIDENTITY" -> column.identitySeed() != null ? 1L : 0L;
            case "ISCOMPUTED" -> column.computed() != null ? 1L : 0L;
            case "ALLOWSNULL" -> column.nullable() ? 1L : 0L;
            case "PRECISION" -> (long) (type.isText() || type.isApproximate() ? type.size() : type.precision());
            case "SCALE" ->
                type.isDecimal() || type.isInteger() || type.isDateTime() ? (Long) (long) type.scale() : null;
            case "CHARMAXLEN" -> type.isText() ? (Long) (long) type.size() : null;
            case "COLUMNID" -> table.columns().indexOf(column) + 1L;
            default -> throw SqlErrors.notSupported("COLUMNPROPERTY(…, '" + arguments[2] + "')");
        };
    }

    private @Nullable Object objectProperty(@Nullable Object[] arguments) {
        CatalogObject object = byId(arguments[0]);
        if (object == null) {
            return null;
        }
        String type = Catalog.type(object);
        return switch (String.valueOf(arguments[1]).toUpperCase(Locale.ROOT)) {
            case "ISTABLE", "ISUSERTABLE" -> type.equals("U") ? 1L : 0L;
            case "ISVIEW" -> type.equals("V") ? 1L : 0L;
            case "ISPROCEDURE" -> type.equals("P") ? 1L : 0L;
            case "ISSCALARFUNCTION" -> type.equals("FN") ? 1L : 0L;
            case "ISTABLEFUNCTION" -> type.equals("IF") || type.equals("TF") ? 1L : 0L;
            case "TABLEHASPRIMARYKEY" ->
                object instanceof Table table && table.keys().stream().anyMatch(CatalogObject.Key::primary) ? 1L : 0L;
            case "TABLEHASIDENTITY" ->
                object instanceof Table table
                                && table.columns().stream().anyMatch(column -> column.identitySeed() != null)
                        ? 1L
                        : 0L;
            default -> throw SqlErrors.notSupported("OBJECTPROPERTY(…, '" + arguments[1] + "')");
        };
    }
}
