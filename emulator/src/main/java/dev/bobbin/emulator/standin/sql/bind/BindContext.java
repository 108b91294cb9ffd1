package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.Catalog;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.types.CodePage;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What binding a statement may look at: the catalog, the flavour, the types of variables and parameters. */
public final class BindContext {

    private final Catalog catalog;
    private final boolean ignoreCase;
    private final Map<String, SqlType> variables;
    private final List<SqlType> parameters;
    private final boolean standing;
    private Map<String, Bound> substitutes = Map.of();
    private @Nullable BindContext outer;
    private int relations;

    /** @param variables by lower-case name */
    public BindContext(Catalog catalog, boolean ignoreCase, Map<String, SqlType> variables, List<SqlType> parameters) {
        this(catalog, ignoreCase, variables, parameters, false);
    }

    private BindContext(
            Catalog catalog,
            boolean ignoreCase,
            Map<String, SqlType> variables,
            List<SqlType> parameters,
            boolean standing) {
        this.catalog = catalog;
        this.ignoreCase = ignoreCase;
        this.variables = variables;
        this.parameters = parameters;
        this.standing = standing;
    }

    /** For an expression that is bound once and evaluated often, such as a check: it takes no values from outside. */
    BindContext standing() {
        return new BindContext(catalog, ignoreCase, Map.of(), List.of(), true);
    }

    /** For the query of an inline function: its parameters stand for what they are called with. */
    BindContext substituting(Map<String, Bound> parameterValues) {
        BindContext inner = new BindContext(catalog, ignoreCase, Map.of(), List.of(), standing);
        inner.substitutes = parameterValues;
        inner.outer = this;
        return inner;
    }

    /** What a variable stands for inside an inline function; null for one that is a value. */
    @Nullable
    Bound substitute(String name) {
        return substitutes.get(name.toLowerCase(java.util.Locale.ROOT));
    }

    boolean isStanding() {
        return standing;
    }

    /** How the characters of varchar are kept. */
    CodePage codePage() {
        return ignoreCase ? CodePage.WINDOWS_1252 : CodePage.UTF_8;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** The name of the database. */
    String database() {
        return catalog.database();
    }

    boolean same(@Nullable String left, @Nullable String right) {
        return left != null && right != null && (ignoreCase ? left.equalsIgnoreCase(right) : left.equals(right));
    }

    /** Refuses a collation under which texts compare otherwise than in this database. */
    public void requireCollation(String collation) {
        if (!isOwn(collation)) {
            throw SqlErrors.notSupported("COLLATE " + collation);
        }
    }

    private boolean isOwn(String collation) {
        String suffix = suffix(collation);
        return collation.equalsIgnoreCase("DATABASE_DEFAULT") || suffix.equals(ignoreCase ? "bob_ci" : "RTRIM");
    }

    /** The way to compare that a collation's name tells, as SQLite knows it. */
    private static String suffix(String collation) {
        String upper = collation.toUpperCase(java.util.Locale.ROOT);
        boolean known = !upper.contains("_KS") && !upper.contains("_WS") && !upper.contains("_VSS");
        if (upper.contains("_BIN2") || upper.endsWith("_BIN")) {
            return "RTRIM";
        }
        if (known && upper.contains("LATIN1_GENERAL") || upper.equals("DATABASE_DEFAULT")) {
            return upper.contains("_CI_AS")
                    ? "bob_ci"
                    : upper.contains("_CS_AS") ? "bob_cs" : upper.contains("_CI_AI") ? "bob_ai" : "";
        }
        return "";
    }

    /** The value under another collation; the value itself when that is the database's own. */
    Bound collate(Bound value, String collation) {
        if (!value.type().isText() && !value.type().isNull()) {
            throw new SqlError(
                    447,
                    "42000",
                    "Expression type " + value.type().kind().sqlName() + " is invalid for COLLATE clause.");
        }
        if (isOwn(collation)) {
            return value;
        }
        String suffix = suffix(collation);
        if (suffix.isEmpty()) {
            throw SqlErrors.notSupported("COLLATE " + collation);
        }
        return new Bound.Collated(value, suffix);
    }

    /** How a value is compared, as SQLite's suffix. */
    String collation(Bound value) {
        return value instanceof Bound.Collated collated ? " COLLATE " + collated.collation() : collation(value.type());
    }

    /** Whether LIKE and the like take capitals and small letters of a value for the same. */
    boolean ignoresCase(Bound value) {
        return value instanceof Bound.Collated collated
                ? collated.collation().equals("bob_ci") || collated.collation().equals("bob_ai")
                : ignoreCase;
    }

    /** How values of the type are compared, as SQLite's suffix; empty when its own way is right. */
    String collation(SqlType type) {
        if (type.isText()) {
            return ignoreCase ? " COLLATE bob_ci" : " COLLATE RTRIM";
        }
        return switch (type.kind()) {
            case DECIMAL -> type.carriedAsInteger() ? "" : " COLLATE bob_num";
            case DATETIMEOFFSET -> " COLLATE bob_offset";
            case UNIQUEIDENTIFIER -> " COLLATE bob_guid";
            default -> "";
        };
    }

    /** As {@link #collation(Bound)}, for a test of equality: SQLite's own way finds values by an index. */
    String equality(Bound value) {
        return value instanceof Bound.Collated ? collation(value) : equality(value.type());
    }

    String equality(SqlType type) {
        return type.kind() == Kind.UNIQUEIDENTIFIER ? "" : collation(type);
    }

    SqlType variable(String name) {
        SqlType type = variables.get(name.toLowerCase(java.util.Locale.ROOT));
        if (type == null) {
            throw SqlErrors.undeclaredVariable(name);
        }
        return type;
    }

    SqlType parameter(int index) {
        return parameters.get(index - 1);
    }

    String newRelation() {
        return outer == null ? "t" + ++relations : outer.newRelation();
    }
}
