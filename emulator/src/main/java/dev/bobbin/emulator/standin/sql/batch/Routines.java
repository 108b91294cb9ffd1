package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings arguments to parameters, and the values of OUTPUT parameters back. */
final class Routines {

    private Routines() {}

    static void bindArguments(
            Frame caller, Frame callee, Statement.CreateProcedure procedure, List<Statement.Argument> arguments) {
        String name = procedure.name().name();
        if (arguments.size() > procedure.parameters().size()) {
            throw new SqlError(
                    8144, "42000", "Procedure or function " + name + " has too many arguments specified.", 16, 2);
        }
        for (Statement.Argument argument : arguments) {
            if (argument.parameter() != null
                    && procedure.parameters().stream()
                            .noneMatch(each -> each.name().equalsIgnoreCase(argument.parameter()))) {
                throw new SqlError(
                        8145, "42000", argument.parameter() + " is not a parameter for procedure " + name + ".");
            }
        }
        for (int i = 0; i < procedure.parameters().size(); i++) {
            Statement.RoutineParameter parameter = procedure.parameters().get(i);
            SqlType type = SqlType.declared(parameter.type());
            Statement.Argument argument = find(arguments, parameter.name(), i);
            Expression value = argument == null || argument.value() instanceof Expression.Default
                    ? parameter.defaultValue()
                    : argument.value();
            if (value == null) {
                throw new SqlError(
                        201,
                        "42000",
                        "Procedure or function '" + name + "' expects parameter '" + parameter.name()
                                + "', which was not supplied.",
                        16,
                        4);
            }
            callee.put(parameter.name(), argument(caller, value, type), type);
            callee.outputNames().add(parameter.name());
        }
    }

    static void bindArguments(
            Frame caller, Frame callee, String name, Statement.Declare declare, List<Statement.Argument> arguments) {
        for (int i = 0; i < declare.variables().size(); i++) {
            Statement.Declaration variable = declare.variables().get(i);
            SqlType type = SqlType.declared(variable.type());
            Statement.Argument argument = find(arguments, variable.name(), i);
            if (argument == null) {
                throw new SqlError(
                        8178,
                        "42000",
                        "The parameterized query in " + name + " expects the parameter '" + variable.name()
                                + "', which was not supplied.");
            }
            callee.put(variable.name(), argument(caller, argument.value(), type), type);
            callee.outputNames().add(variable.name());
        }
    }

    /** An argument as the parameter's type holds it; one that does not fit is an error of its own number. */
    private static @Nullable Object argument(Frame caller, Expression value, SqlType type) {
        try {
            return caller.evaluate(value, type);
        } catch (SqlError e) {
            SqlType from = caller.typeOf(value);
            throw e.number() == 245 || e.number() == 241
                    ? SqlErrors.errorConverting(
                            from.kind().messageName(), type.kind().messageName())
                    : e;
        }
    }

    /** The argument for a parameter: by its name, else by its place. */
    static Statement.@Nullable Argument find(List<Statement.Argument> arguments, String name, int position) {
        for (Statement.Argument argument : arguments) {
            if (name.equalsIgnoreCase(argument.parameter())) {
                return argument;
            }
        }
        return position < arguments.size() && arguments.get(position).parameter() == null
                ? arguments.get(position)
                : null;
    }

    /** @param arguments those that stand for parameters */
    static void copyOutputs(Frame callee, Frame caller, List<Statement.Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Statement.Argument argument = arguments.get(i);
            if (argument.output() && argument.value() instanceof Expression.Variable variable) {
                String parameter = argument.parameter() != null
                        ? argument.parameter()
                        : callee.outputNames().get(i);
                caller.assign(variable.name(), callee.variable(parameter).value(), callee.type(parameter));
            }
        }
    }
}
