package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.suggest.SqlPlace;
import dev.bobbin.app.workspace.TableShape;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a name of the script is for. */
final class Explanation {

    private static final int MOST_COLUMNS = 40;

    private Explanation() {}

    /** @param end a place right behind the name */
    static Optional<String> of(Surroundings end) {
        String name = end.begun();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<SqlPlace> sql = SqlString.at(end);
        if (sql.isPresent()) {
            return inSql(name, sql.get().tables());
        }
        if (Brackets.inText(end.caret() - 1, end.tokens())) {
            return Optional.empty();
        }
        Optional<String> owner = end.owner();
        return owner.isPresent() ? member(owner.get(), name, end) : alone(name, end);
    }

    private static Optional<String> inSql(String name, List<TableShape> tables) {
        Optional<String> table = tables.stream()
                .filter(shape -> shape.name().equalsIgnoreCase(name))
                .map(shape -> text(
                        "explain.table",
                        full(shape),
                        shape.columns().stream()
                                .limit(MOST_COLUMNS)
                                .map(TableShape.Column::name)
                                .collect(Collectors.joining(", "))))
                .findFirst();
        return table.or(() -> tables.stream()
                .flatMap(shape -> shape.columns().stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .map(column -> text("explain.column", column.name(), column.type(), full(shape))))
                .reduce((one, next) -> one + "\n" + next));
    }

    private static String full(TableShape shape) {
        return shape.schema() + "." + shape.name();
    }

    private static Optional<String> member(String owner, String name, Surroundings end) {
        Optional<String> type = NameTypes.of(owner, end);
        if (type.isPresent() && PythonNames.lacks(type.get(), name)) {
            return Optional.empty();
        }
        return type.flatMap(known -> PythonLibrary.about(known, name))
                .or(() -> PythonNames.memberDocumentation(name))
                .or(() -> PythonNames.documentation(name));
    }

    private static Optional<String> alone(String name, Surroundings end) {
        return function(name, end)
                .or(() -> parameter(name, end))
                .or(() -> declared(name, end))
                .or(() -> PythonNames.documentation(name))
                .or(() -> NameTypes.of(name, end).flatMap(Explanation::imported))
                .or(() -> PythonLibrary.about(name));
    }

    private static Optional<String> imported(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : PythonLibrary.about(type.substring(0, dot), type.substring(dot + 1));
    }

    private static Optional<String> function(String name, Surroundings end) {
        return end.outline().function(name).map(Explanation::described);
    }

    private static String described(FunctionSignature function) {
        String parameters = Surroundings.parameters(function).stream()
                // As the code has them: those the host fills in may stand anywhere.
                .sorted(Comparator.comparingInt(Parameter::line).thenComparingInt(Parameter::column))
                .map(Explanation::written)
                .collect(Collectors.joining(", "));
        String returns = function.returnText().isEmpty() ? "" : " -> " + function.returnText();
        return Stream.of(function.name() + "(" + parameters + ")" + returns, function.description())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** A function or class that callers cannot invoke, as it is declared. */
    private static Optional<String> declared(String name, Surroundings end) {
        return Symbol.of(end.text(), end.tokens()).stream()
                .filter(symbol -> symbol.name().equals(name))
                .map(symbol ->
                        end.text().lines().skip(symbol.line() - 1L).findFirst().orElse(""))
                .map(line -> line.strip().replaceFirst(":$", ""))
                .findFirst();
    }

    private static Optional<String> parameter(String name, Surroundings end) {
        return end.function().stream()
                .flatMap(function -> Surroundings.parameters(function).stream())
                .filter(parameter -> parameter.name().equals(name))
                .map(Explanation::written)
                .findFirst();
    }

    private static String written(Parameter parameter) {
        String type = parameter.typeText().isEmpty() ? "" : ": " + parameter.typeText();
        String otherwise = parameter.defaultText() == null ? "" : " = " + parameter.defaultText();
        return parameter.name() + type + otherwise;
    }
}
