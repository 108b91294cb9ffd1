package dev.bobbin.app.batch;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bobbin.app.text.DecimalComma;
import dev.bobbin.app.text.DelimitedText;
import dev.bobbin.app.text.Json;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One request a row of a CSV file, whose first line names parameters.
 *
 * @param cases the requests, by row
 * @param missing parameters without a default that have no column, so that no row can succeed
 * @param unknown columns that are no parameters
 */
record CsvCases(List<BatchCase> cases, List<String> missing, List<String> unknown) {

    CsvCases {
        cases = List.copyOf(cases);
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
    }

    /** Whether the columns are those that the function wants. */
    boolean fit() {
        return missing.isEmpty() && unknown.isEmpty();
    }

    /** Reads a file's rows; a cell becomes what its parameter's type wants, an empty one null except for texts. */
    static CsvCases of(String csv, FunctionSignature function) {
        List<List<String>> lines =
                DelimitedText.parse(csv).stream().filter(line -> !isBlank(line)).toList();
        List<List<String>> pointed = DecimalComma.plain(lines);
        List<BatchCase> cases = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            cases.add(new BatchCase(
                    text("batch.row", i), body(lines.getFirst(), lines.get(i), pointed.get(i), function)));
        }
        List<String> columns = lines.isEmpty()
                ? List.of()
                : lines.getFirst().stream().map(String::strip).toList();
        List<String> missing = function.parameters().stream()
                .filter(parameter -> parameter.defaultText() == null && !columns.contains(parameter.name()))
                .map(Parameter::name)
                .toList();
        List<String> known = function.parameters().stream().map(Parameter::name).toList();
        List<String> unknown =
                columns.stream().filter(column -> !known.contains(column)).toList();
        return new CsvCases(cases, missing, unknown);
    }

    /** A line without anything in it, as many files end with. */
    private static boolean isBlank(List<String> line) {
        return line.size() == 1 && line.getFirst().isBlank();
    }

    /** @param pointed the cells with the decimal commas of numbers written as points; texts stay as they are, being no numbers */
    private static String body(
            List<String> names, List<String> cells, List<String> pointed, FunctionSignature function) {
        StringBuilder body = new StringBuilder("{");
        for (int i = 0; i < names.size() && i < cells.size(); i++) {
            String name = names.get(i).strip();
            String cell = cells.get(i);
            String value = pointed.get(i);
            Optional<Parameter> parameter = function.parameters().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst();
            body.append(i == 0 ? "" : ", ").append(Json.quote(name)).append(": ");
            body.append(parameter
                    .map(p -> json(p.type(), p.type() instanceof ParamType.Str ? cell : value))
                    .orElseGet(() -> Json.quote(cell)));
        }
        return body.append('}').toString();
    }

    private static String json(ParamType type, String cell) {
        String bare = cell.strip();
        return switch (type) {
            case ParamType.Str _ -> Json.quote(cell);
            case ParamType.DateTime _ -> bare.isEmpty() ? "null" : Json.quote(bare);
            case ParamType.Bool _ ->
                bare.equalsIgnoreCase("true") || bare.equalsIgnoreCase("false")
                        ? bare.toLowerCase(Locale.ROOT)
                        : orNull(bare);
            default -> isJson(bare) ? bare : orNull(bare);
        };
    }

    private static String orNull(String bare) {
        return bare.isEmpty() ? "null" : Json.quote(bare);
    }

    private static boolean isJson(String text) {
        try {
            Json.check(text);
            return true;
        } catch (JsonProcessingException _) {
            return false;
        }
    }
}
