package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Call;
import dev.bobbin.emulator.standin.sql.syntax.Expression.OrderItem;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.*;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.*;

/** Reads queries out of the parser's tree. */
final class QueryReader {

    private final Source source;
    private final ExpressionReader expressions;
    private final TableReader tables;
    private final DocumentReader documents;

    QueryReader(Source source) {
        this.source = source;
        this.expressions = new ExpressionReader(source, this);
        this.tables = new TableReader(source, this, expressions);
        this.documents = new DocumentReader(source);
    }

    ExpressionReader expressions() {
        return expressions;
    }

    TableReader tables() {
        return tables;
    }

    QueryExpression read(Select_statementContext context) {
        return query(
                context.with_expression(),
                operands(context.select_ops()),
                context.for_clause(),
                context.option_clause());
    }

    QueryExpression read(Select_stmt_no_parensContext context) {
        Select_ops_no_parensContext ops = context.select_ops_no_parens();
        List<Object> parts = new ArrayList<>();
        if (ops.query_specification() != null) {
            parts.add(ops.query_specification());
        } else {
            parts.addAll(operands(ops.select_ops(0)));
            parts.add(operator(ops.UNION() != null, ops.EXCEPT() != null, ops.set_qualifier()));
            parts.addAll(operands(ops.select_ops(1)));
        }
        return query(context.with_expression(), parts, context.for_clause(), context.option_clause());
    }

    /** A set operator between two operands, before precedence is applied. */
    private record Operator(String word, boolean all) {}

    private static Operator operator(boolean union, boolean except, @Nullable Set_qualifierContext qualifier) {
        return new Operator(
                union ? "UNION" : except ? "EXCEPT" : "INTERSECT", qualifier != null && qualifier.ALL() != null);
    }

    /** Operands and operators in the order they were written. */
    private List<Object> operands(Select_opsContext context) {
        List<Object> parts = new ArrayList<>();
        if (context.query_specification() != null) {
            parts.add(context.query_specification());
        } else if (context.select_statement() != null) {
            parts.add(context.select_statement());
        } else {
            parts.addAll(operands(context.select_ops(0)));
            parts.add(operator(context.UNION() != null, context.EXCEPT() != null, context.set_qualifier()));
            parts.addAll(operands(context.select_ops(1)));
        }
        return parts;
    }

    private QueryExpression query(
            @Nullable With_expressionContext with,
            List<Object> parts,
            @Nullable For_clauseContext forClause,
            @Nullable Option_clauseContext options) {
        Order_by_clauseContext order = null;
        Window_specificationContext window = null;
        if (parts.getLast() instanceof Query_specificationContext last) {
            order = last.order_by_clause();
            window = last.window_specification();
        } else if (parts.size() == 1
                && parts.getFirst() instanceof Select_statementContext nested
                && with == null
                && forClause == null) {
            return read(nested);
        }
        Order_by_clauseContext written = order;
        List<OrderItem> orderBy = expressions.windows().within(window, () -> expressions.orderItems(written));
        Expression offset = order == null || order.OFFSET() == null ? null : expressions.read(order.expression(0));
        Expression fetch = order == null || order.FETCH() == null ? null : expressions.read(order.expression(1));
        return new QueryExpression(
                commonTables(with),
                combine(parts),
                orderBy,
                offset,
                fetch,
                documents.read(forClause),
                maxRecursion(options));
    }

    /** INTERSECT binds closer than UNION and EXCEPT, which go from left to right. */
    private Body combine(List<Object> parts) {
        Deque<Object> stack = new ArrayDeque<>();
        stack.push(body(parts.getFirst()));
        for (int i = 1; i < parts.size(); i += 2) {
            Operator operator = (Operator) parts.get(i);
            Body right = body(parts.get(i + 1));
            if (operator.word().equals("INTERSECT")) {
                stack.push(new SetOperation("INTERSECT", operator.all(), (Body) stack.pop(), right));
            } else {
                stack.push(operator);
                stack.push(right);
            }
        }
        List<Object> rest = new ArrayList<>(stack);
        Body result = (Body) rest.getLast();
        for (int i = rest.size() - 2; i > 0; i -= 2) {
            Operator operator = (Operator) rest.get(i);
            result = new SetOperation(operator.word(), operator.all(), result, (Body) rest.get(i - 1));
        }
        return result;
    }

    private Body body(Object part) {
        return part instanceof Query_specificationContext specification
                ? specification(specification)
                : new Nested(read((Select_statementContext) part));
    }

    List<CommonTable> commonTables(@Nullable With_expressionContext context) {
        if (context == null) {
            return List.of();
        }
        if (context.xml_namespace_expression() != null) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        return context.common_table_expression().stream()
                .map(each -> new CommonTable(
                        source.name(each.id()),
                        source.names(each.name_list_in_brackets()),
                        read(each.select_statement())))
                .toList();
    }

    private Body specification(Query_specificationContext context) {
        if (context.table_value_constructor() != null) {
            return new Values(rows(context.table_value_constructor()));
        }
        return expressions.windows().within(context.window_specification(), () -> select(context));
    }

    private Select select(Query_specificationContext context) {
        return new Select(
                context.set_qualifier() != null && context.set_qualifier().DISTINCT() != null,
                top(context.top_clause()),
                context.select_list().select_list_elem().stream()
                        .map(this::item)
                        .toList(),
                context.qualified_name() == null ? null : source.name(context.qualified_name()),
                tables.sources(context.from_item()),
                context.where == null ? null : expressions.condition(context.where),
                groupings(context.group_by_clause()),
                context.having == null ? null : expressions.condition(context.having));
    }

    List<List<Expression>> rows(Table_value_constructorContext context) {
        return context.expression_list().stream().map(expressions::list).toList();
    }

    private @Nullable Top top(@Nullable Top_clauseContext context) {
        return context == null ? null : top(context.top_count(), context.TIES() != null);
    }

    Top top(Top_countContext context, boolean withTies) {
        Expression count = context.expression() == null
                ? Source.number(source.raw(context.getStart()))
                : expressions.read(context.expression());
        return new Top(count, context.PERCENT() != null, withTies);
    }

    Item item(Select_list_elemContext context) {
        if (context.STAR() != null) {
            return new Star(context.qualified_name() == null ? null : source.name(context.qualified_name()));
        }
        if (context.DOLLAR() != null) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        return item(context.expression(), context.column_alias());
    }

    private Item item(ExpressionContext value, @Nullable Column_aliasContext alias) {
        if (value.op == null && value.expression().size() == 2 && value.COLLATE() == null) {
            return assigned(value);
        }
        return new Value(expressions.read(value), alias == null ? null : alias(alias));
    }

    /** {@code alias = expression} and {@code @variable = expression}. */
    private Item assigned(ExpressionContext context) {
        Expression target = expressions.read(context.expression(0));
        Expression value = expressions.read(context.expression(1));
        String operator = context.EQUAL() != null ? "=" : source.raw(context.assignment_operator());
        return switch (target) {
            case Expression.Variable variable -> new Assignment(variable.name(), operator, value);
            case Expression.Column column
            when column.qualifier() == null && operator.equals("=") -> new Value(value, column.name());
            case Expression.Literal literal
            when literal.kind() == Expression.LiteralKind.STRING -> new Value(value, literal.text());
            default -> throw SqlErrors.syntaxNear(operator);
        };
    }

    Item item(Output_dml_elemContext context) {
        Expression value = expressions.read(context.expression());
        if (context.STAR() != null && value instanceof Expression.Column column) {
            return new Star(dev.bobbin.emulator.standin.sql.syntax.ObjectName.of(column.name()));
        }
        return new Value(value, context.column_alias() == null ? null : alias(context.column_alias()));
    }

    String alias(Column_aliasContext context) {
        return context.id() != null ? source.name(context.id()) : Source.string(source.raw(context.getStart()));
    }

    private List<Grouping> groupings(@Nullable Group_by_clauseContext context) {
        if (context == null) {
            return List.of();
        }
        if (context.ALL() != null) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        if (context.expression_list() != null) {
            List<Expression> keys = expressions.list(context.expression_list());
            if (context.ROLLUP() == null && context.CUBE() == null) {
                throw SqlErrors.notSupported(source.raw(context));
            }
            return List.of(new GroupSets(context.ROLLUP() != null ? rollup(keys) : cube(keys)));
        }
        List<Grouping> groupings = new ArrayList<>();
        for (Group_by_itemContext item : context.group_by_item()) {
            groupings.add(grouping(item));
        }
        return groupings;
    }

    private Grouping grouping(Group_by_itemContext item) {
        if (item.expression() == null) {
            List<List<Expression>> sets = new ArrayList<>();
            item.grouping_sets_item()
                    .forEach(set -> sets.add(
                            set.expression().stream().map(expressions::read).toList()));
            return new GroupSets(sets.isEmpty() ? List.of(List.of()) : sets);
        }
        Expression key = expressions.read(item.expression());
        if (key instanceof Call call && call.over() == null) {
            String name = call.name().name().toUpperCase(Locale.ROOT);
            if (name.equals("ROLLUP")) {
                return new GroupSets(rollup(call.arguments()));
            }
            if (name.equals("CUBE")) {
                return new GroupSets(cube(call.arguments()));
            }
        }
        return new GroupKey(key);
    }

    private static List<List<Expression>> rollup(List<Expression> keys) {
        List<List<Expression>> sets = new ArrayList<>();
        for (int size = keys.size(); size >= 0; size--) {
            sets.add(keys.subList(0, size));
        }
        return sets;
    }

    private static List<List<Expression>> cube(List<Expression> keys) {
        List<List<Expression>> sets = new ArrayList<>();
        for (int bits = (1 << keys.size()) - 1; bits >= 0; bits--) {
            List<Expression> set = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                if ((bits & 1 << (keys.size() - 1 - i)) != 0) {
                    set.add(keys.get(i));
                }
            }
            sets.add(set);
        }
        return sets;
    }

    private @Nullable Integer maxRecursion(@Nullable Option_clauseContext context) {
        if (context != null) {
            for (OptionContext option : context.option()) {
                if (option.MAXRECURSION() != null) {
                    return Integer.valueOf(source.raw(option.number_recursion));
                }
            }
        }
        return null;
    }
}
