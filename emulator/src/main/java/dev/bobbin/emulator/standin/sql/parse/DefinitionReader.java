package dev.bobbin.emulator.standin.sql.parse;

import static java.util.Objects.requireNonNull;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.syntax.Statement.*;
import dev.bobbin.emulator.standin.sql.syntax.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.*;

/** Reads CREATE, ALTER and DROP out of the parser's tree. */
final class DefinitionReader {

    private final Source source;
    private final QueryReader queries;
    private final ExpressionReader expressions;

    DefinitionReader(Source source, QueryReader queries) {
        this.source = source;
        this.queries = queries;
        this.expressions = queries.expressions();
    }

    /** Columns and constraints of a table, as they are read. */
    record Elements(List<ColumnDefinition> columns, List<Constraint> constraints) {}

    Statement createTable(Create_tableContext context) {
        Elements elements = extended(context.table_elements_extended());
        return new CreateTable(source.name(context.qualified_name()), elements.columns(), elements.constraints());
    }

    private Elements extended(Table_elements_extendedContext context) {
        List<ColumnDefinition> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (Table_element_extendedContext element : context.table_element_extended()) {
            if (element.column_def() != null) {
                columns.add(column(element.column_def()));
            } else if (element.table_constraint() != null) {
                constraints.add(constraint(element.table_constraint()));
            } else if (element.table_index() == null) {
                throw SqlErrors.notSupported(source.raw(element));
            }
        }
        return new Elements(columns, constraints);
    }

    Elements elements(Table_elementsContext context) {
        List<ColumnDefinition> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (Table_elementContext element : context.table_element()) {
            if (element.column_def() != null) {
                columns.add(column(element.column_def()));
            } else if (element.table_constraint() != null) {
                constraints.add(constraint(element.table_constraint()));
            }
        }
        return new Elements(columns, constraints);
    }

    private ColumnDefinition column(Column_defContext context) {
        if (context.xml_type_definition() != null) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        return column(context.id(), context.data_type(), context.expression(), context.column_option());
    }

    private ColumnDefinition column(
            IdContext id,
            @Nullable Data_typeContext type,
            @Nullable ExpressionContext computed,
            List<Column_optionContext> options) {
        String name = source.name(id);
        Boolean nullable = null;
        Identity identity = null;
        String collation = null;
        boolean withValues = false;
        List<Constraint> constraints = new ArrayList<>();
        for (Column_optionContext option : options) {
            if (option.column_constraint_body() != null) {
                withValues |= option.column_constraint_body().VALUES() != null;
                constraints.add(
                        constraint(source.nameOrNull(option.constraint), name, option.column_constraint_body()));
            } else if (option.IDENTITY() != null) {
                identity = identity(option.identity_value());
            } else if (option.COLLATE() != null) {
                collation = source.name(option.collate);
            } else if (option.NULL() != null) {
                nullable = option.NOT() == null;
            } else if (option.PERSISTED() == null && option.ROWGUIDCOL() == null && option.INDEX() == null) {
                throw SqlErrors.notSupported(source.raw(option));
            }
        }
        return new ColumnDefinition(
                name,
                type == null ? null : source.type(type),
                computed == null ? null : expressions.read(computed),
                computed == null ? null : source.raw(computed),
                nullable,
                identity,
                collation,
                withValues,
                constraints);
    }

    private Identity identity(@Nullable Identity_valueContext context) {
        return context == null
                ? new Identity(1, 1)
                : new Identity(Long.parseLong(source.raw(context.seed)), Long.parseLong(source.raw(context.increment)));
    }

    private Constraint constraint(@Nullable String name, String column, Column_constraint_bodyContext context) {
        if (context.PRIMARY() != null || context.UNIQUE() != null) {
            return new Key(name, context.PRIMARY() != null, List.of(column), !source.notEnforced(context));
        }
        if (context.CHECK() != null) {
            return new Check(
                    name, expressions.condition(context.search_condition()), source.raw(context.search_condition()));
        }
        if (context.DEFAULT() != null) {
            return new DefaultValue(
                    name, column, expressions.read(context.expression()), source.raw(context.expression()));
        }
        List<String> references = new ArrayList<>();
        if (context.id() != null) {
            references.add(source.name(context.id()));
        }
        return new ForeignKey(
                name,
                List.of(column),
                source.name(context.qualified_name()),
                references,
                action(context.on_delete()),
                action(context.on_update()),
                !source.notEnforced(context));
    }

    private Constraint constraint(Table_constraintContext context) {
        String name = source.nameOrNull(context.constraint);
        Table_constraint_bodyContext body = context.table_constraint_body();
        if (body.PRIMARY() != null || body.UNIQUE() != null) {
            return new Key(
                    name,
                    body.PRIMARY() != null,
                    columns(body.column_name_list_with_order()),
                    !source.notEnforced(context));
        }
        if (body.CHECK() != null) {
            return new Check(name, expressions.condition(body.search_condition()), source.raw(body.search_condition()));
        }
        if (body.DEFAULT() != null) {
            return new DefaultValue(
                    name, source.name(body.id()), expressions.read(body.expression()), source.raw(body.expression()));
        }
        return new ForeignKey(
                name,
                source.names(body.fk),
                source.name(body.qualified_name()),
                source.names(body.pk),
                action(body.on_delete()),
                action(body.on_update()),
                !source.notEnforced(context));
    }

    private @Nullable String action(@Nullable ParserRuleContext context) {
        if (context == null) {
            return null;
        }
        String words = source.raw(context).toUpperCase(Locale.ROOT);
        return words.endsWith("CASCADE")
                ? "CASCADE"
                : words.endsWith("NULL") ? "SET NULL" : words.endsWith("DEFAULT") ? "SET DEFAULT" : null;
    }

    private List<String> columns(Column_name_list_with_orderContext context) {
        return context.column_with_order().stream()
                .map(each -> source.name(each.id()))
                .toList();
    }

    Statement createIndex(Create_indexContext context) {
        Index_restContext rest = context.index_rest();
        if (rest == null) {
            throw SqlErrors.notSupported(source.raw(context));
        }
        Search_conditionContext where = rest.index_where() == null ? null : rest.index_where().where;
        return new CreateIndex(
                source.name(context.index_name().name),
                source.name(context.index_name().table_name),
                context.UNIQUE() != null,
                columns(rest.index_sort().column_name_list_with_order()),
                where == null ? null : expressions.condition(where),
                where == null ? null : source.raw(where));
    }

    Statement alterTable(Alter_tableContext context) {
        ObjectName table = source.name(context.name);
        Alter_table_actionContext action = context.alter_table_action();
        if (action.table_elements_extended() != null) {
            Elements added = extended(action.table_elements_extended());
            return new AddToTable(table, added.columns(), added.constraints());
        }
        if (action.column_definition() != null) {
            Column_definitionContext column = action.column_definition();
            return new AlterColumn(
                    table, column(column.id(), column.data_type(), column.expression(), column.column_option()));
        }
        if (action.table_drop != null && action.table_action_drop().size() == 1) {
            Table_action_dropContext drop = action.table_action_drop(0);
            if (drop.name_list() != null) {
                List<String> names =
                        drop.name_list().id().stream().map(source::name).toList();
                return new DropFromTable(table, drop.COLUMN() != null, drop.EXISTS() != null, names);
            }
        }
        throw SqlErrors.notSupported(source.raw(context));
    }

    Statement drop(Schema_dropContext context) {
        if (context.drop_index() != null && !context.drop_index().index_name().isEmpty()) {
            Index_nameContext index = context.drop_index().index_name(0);
            return new DropIndex(
                    source.name(index.name),
                    source.name(index.table_name),
                    context.drop_index().EXISTS() != null);
        }
        Drop_statementsContext drop = context.drop_statements();
        if (drop == null) {
            return new Unsupported();
        }
        ObjectKind kind = kind(drop);
        if (kind == null) {
            return new Unsupported();
        }
        List<ObjectName> names =
                drop.names_references().name.stream().map(source::name).toList();
        return new Drop(kind, drop.EXISTS() != null, names);
    }

    private static @Nullable ObjectKind kind(Drop_statementsContext drop) {
        if (drop.EXTERNAL() != null || drop.PARTITION() != null || drop.XML() != null) {
            return null;
        }
        if (drop.TABLE() != null) {
            return ObjectKind.TABLE;
        }
        if (drop.VIEW() != null) {
            return ObjectKind.VIEW;
        }
        if (drop.PROC() != null || drop.PROCEDURE() != null) {
            return ObjectKind.PROCEDURE;
        }
        if (drop.FUNCTION() != null) {
            return ObjectKind.FUNCTION;
        }
        if (drop.SCHEMA() != null) {
            return ObjectKind.SCHEMA;
        }
        return drop.SEQUENCE() != null ? ObjectKind.SEQUENCE : null;
    }

    Statement createView(Create_or_alter_viewContext context, String text, boolean create, boolean alter) {
        return new CreateView(
                source.name(context.qualified_name()),
                source.names(context.name_list_in_brackets()),
                queries.read(context.select_statement()),
                source.raw(context.select_statement()),
                text,
                create,
                alter);
    }

    Statement createFunction(
            Create_or_alter_functionContext context, List<Located> body, String text, boolean create, boolean alter) {
        Func_returnContext returns = context.func_return();
        FunctionBody read;
        if (returns.data_type() != null) {
            List<Located> whole = new ArrayList<>(body);
            ExpressionContext last = context.func_body().ret;
            if (last != null) {
                whole.add(new Located(
                        new Return(expressions.read(last)), last.getStart().getLine(), "RETURN " + source.raw(last)));
            }
            read = new ScalarBody(source.type(returns.data_type()), whole);
        } else if (returns.table_elements() == null) {
            if (context.func_body().select_statement() == null) {
                throw SqlErrors.notSupported(text);
            }
            read = new InlineBody(queries.read(context.func_body().select_statement()));
        } else {
            Elements elements = elements(returns.table_elements());
            read = new TableBody(
                    new DeclareTable(
                            source.raw(returns.LOCAL_ID().getSymbol()), elements.columns(), elements.constraints()),
                    body);
        }
        return new CreateFunction(
                source.name(context.qualified_name()),
                parameters(context.procedure_param()),
                read,
                text,
                create,
                alter);
    }

    Statement createSequence(Create_sequenceContext context) {
        return new CreateSequence(source.name(context.qualified_name()), sequence(context.sequence_body()));
    }

    Statement alterSequence(Alter_sequenceContext context) {
        SequenceOptions options = sequence(context.sequence_body());
        Long restart = context.restart == null ? null : whole(context.restart);
        return new AlterSequence(
                source.name(context.qualified_name()),
                !context.RESTART().isEmpty(),
                restart == null
                        ? options
                        : new SequenceOptions(
                                options.type(),
                                restart,
                                options.step(),
                                options.least(),
                                options.most(),
                                options.cycle()));
    }

    private SequenceOptions sequence(List<Sequence_bodyContext> parts) {
        TypeRef type = null;
        Long start = null;
        Long step = null;
        Long least = null;
        Long most = null;
        Boolean cycle = null;
        for (Sequence_bodyContext part : parts) {
            if (part.data_type() != null) {
                type = source.type(part.data_type());
            } else if (part.start_val != null) {
                start = whole(part.start_val);
            } else if (part.incr != null) {
                step = whole(part.incr);
            } else if (part.minval != null) {
                least = whole(part.minval);
            } else if (part.maxval != null) {
                most = whole(part.maxval);
            } else if (part.CYCLE() != null) {
                cycle = part.NO() == null;
            }
        }
        return new SequenceOptions(type, start, step, least, most, cycle);
    }

    private Long whole(ParserRuleContext number) {
        return Long.valueOf(source.raw(number).replace(" ", "").replace("+", ""));
    }

    List<RoutineParameter> parameters(List<Procedure_paramContext> contexts) {
        return contexts.stream()
                .map(each -> {
                    Expression value = each.default_val == null
                            ? null
                            : expressions.defaultValue(requireNonNull(each.default_val));
                    return new RoutineParameter(
                            source.raw(each.name), source.type(each.data_type()), value, each.arg_mode() != null);
                })
                .toList();
    }
}
