package dev.bobbin.emulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the texts of the catalogue name: an error's properties, and what its message says in the SDK's words. */
final class ErrorValues {

    private static final int LONGEST_VALUE = 200;
    private static final String UNKNOWN = "?";
    private static final Pattern SECONDS = Pattern.compile("after ([0-9.]+) seconds");
    private static final Pattern MEGABYTES = Pattern.compile("the ([0-9.]+) megabyte limit");

    /** As pyodbc writes what a database says: its text and number, amid the names of those who passed it on. */
    private static final Pattern DATABASE = Pattern.compile("\\[SQL Server](.*?) (\\(\\d+\\)) \\(SQL");

    /** The line that Cosmos DB's messages begin with. */
    private static final Pattern STATUS = Pattern.compile("Status code: \\d+");

    /** Where Python says a syntax error is, and where it saw it. */
    private static final Pattern IN_SCRIPT =
            Pattern.compile("(?: \\(detected at line \\d+\\))? \\(function_app\\.py, line \\d+\\)$");

    private ErrorValues() {}

    static Map<String, String> of(ErrorEntry error, int httpStatus) {
        Map<String, String> values = new HashMap<>();
        // Rather than a word in braces where an error lacks what errors of its kind have.
        for (String usual : List.of(
                "parameter_name",
                "parameter_type",
                "parameter_value",
                "reason",
                "error_type",
                "error_message",
                "size",
                "limit")) {
            values.put(usual, UNKNOWN);
        }
        error.properties().properties().forEach(entry -> values.put(entry.getKey(), shown(entry.getValue())));
        values.put("name", error.name());
        values.put("message", error.message());
        values.put("http", String.valueOf(httpStatus));
        values.put("seconds", found(SECONDS, error.message()));
        values.put("limitMegabytes", found(MEGABYTES, error.message()));
        return values;
    }

    /** What Python says of the script, for texts that name the place themselves. */
    static String withoutPlace(String message) {
        return IN_SCRIPT.matcher(message).replaceFirst("");
    }

    private static String found(Pattern pattern, String message) {
        Matcher found = pattern.matcher(message);
        return found.find() ? found.group(1) : UNKNOWN;
    }

    /** The beginning: what follows the first line is for the technical text. */
    private static String shown(JsonNode value) {
        String whole = value.isTextual() ? message(value.textValue()) : value.toString();
        String text = whole.lines()
                .filter(line -> !line.isBlank() && !STATUS.matcher(line).matches())
                .findFirst()
                .orElseGet(whole::strip);
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    /** What the database says, of an error of pyodbc: its arguments are the message and the SQLSTATE, in either order. */
    private static String message(String told) {
        String longest = PythonTuple.read(told).stream()
                .max(Comparator.comparingInt(String::length))
                .orElse(told);
        Matcher database = DATABASE.matcher(longest);
        return database.find() ? database.group(1) + " " + database.group(2) : longest;
    }
}
