package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A scalar expression. Its value is a JSON value, or undefined. */
sealed interface Expression {

    /** A value written in the query. */
    record Literal(JsonNode value) implements Expression {}

    /** The undefined value. */
    record Undefined() implements Expression {}

    /** {@code @name}. */
    record Parameter(String name) implements Expression {}

    /** A name from FROM. Two of one name are equal, wherever they stand. */
    record Source(String alias, Token place) implements Expression {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Source source && source.alias.equals(alias);
        }

        @Override
        public int hashCode() {
            return alias.hashCode();
        }
    }

    /** {@code target.name} or {@code target["name"]}. */
    record Property(Expression target, String name) implements Expression {}

    /** {@code target[index]} where the index is computed. */
    record Element(Expression target, Expression index) implements Expression {}

    record Unary(String operator, Expression operand) implements Expression {}

    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** {@code condition ? then : otherwise}. */
    record Conditional(Expression condition, Expression then, Expression otherwise) implements Expression {}

    record In(Expression value, List<Expression> options) implements Expression {}

    record Between(Expression value, Expression low, Expression high) implements Expression {}

    record Like(
            Expression value, Expression pattern, @Nullable Expression escape) implements Expression {}

    /** {@code {"name": value, …}}; names in the order of the values. */
    record ObjectOf(List<String> names, List<Expression> values) implements Expression {}

    record ArrayOf(List<Expression> elements) implements Expression {}

    /** A call of a built-in function; the name is in upper case. Two that say the same are equal, wherever they stand. */
    record Call(String name, List<Expression> arguments, Token place) implements Expression {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Call call && call.name.equals(name) && call.arguments.equals(arguments);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, arguments);
        }
    }

    /** An aggregate over the rows of a group. @param index its place among the aggregates of its query */
    record Aggregate(String name, Expression argument, int index) implements Expression {}

    /** {@code (SELECT …)}, {@code EXISTS(SELECT …)} or {@code ARRAY(SELECT …)}. */
    record Subquery(Kind kind, Query query) implements Expression {}

    /** What a subquery is asked for. */
    enum Kind {
        SCALAR,
        EXISTS,
        ARRAY
    }
}
