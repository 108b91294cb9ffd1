package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.Catalog;
import dev.bobbin.emulator.standin.sql.plan.Bound;
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

    public Catalog catalog() {
        return catalog;
    }

    boolean same(@Nullable String left, @Nullable String right) {
        return left != null && right != null && (ignoreCase ? left.equalsIgnoreCase(right) : left.equals(right));
    }

    /** Refuses a collation under which texts compare otherwise than in this database. */
    public void requireCollation(String collation) {
        String upper = collation.toUpperCase(java.util.Locale.ROOT);
        boolean caseInsensitive = upper.contains("_CI_AS") && !upper.contains("_KS") && !upper.contains("_WS");
        boolean binary = upper.contains("BIN2");
        if (!upper.equals("DATABASE_DEFAULT") && !(ignoreCase ? caseInsensitive : binary)) {
            throw SqlErrors.notSupported("COLLATE " + collation);
        }
    }

    /** How values of the type are compared, as SQLite's suffix; empty when its own way is right. */
    String collation(SqlType type) {
        if (type.isText()) {
            return ignoreCase ? " COLLATE bob_ci" : " COLLATE RTRIM";
        }
        return type.kind() == Kind.DECIMAL && !type.carriedAsInteger() ? " COLLATE bob_num" : "";
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
