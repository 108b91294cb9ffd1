package dev.bobbin.emulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTextsTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final Pattern BRACES = Pattern.compile("\\{[A-Za-z_]+\\}");

    /** Raised inside the shim only, and turned into others; and a warning. */
    private static final Set<String> NEVER_SEEN = Set.of("Warning", "_HostError", "Refusal");

    private static PlainError explain(ErrorTexts texts, String name, String message, String properties)
            throws IOException {
        JsonNode node = new ObjectMapper().readTree(properties.replace('\'', '"'));
        return texts.of(new ErrorEntry(name, message, node), 400, FailureContext.NONE);
    }

    private static PlainError raised(ErrorTexts texts, String type) throws IOException {
        return explain(texts, "InternalError", "m", "{'error_type': '" + type + "', 'error_message': 'the message'}");
    }

    private static ErrorEntry entry(String name) {
        return new ErrorEntry(name, "the message", JsonNodeFactory.instance.objectNode());
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "dev.bobbin.emulator.service.errors",
                language.equals(Locale.ENGLISH) ? Locale.ROOT : language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> places(String text) {
        return BRACES.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyLanguageHasEveryTextAndNamesTheSameValues() {
        ResourceBundle english = bundle(Locale.ENGLISH);
        ResourceBundle german = bundle(Locale.GERMAN);

        assertThat(german.getLocale()).isEqualTo(Locale.GERMAN);
        for (String key : english.keySet()) {
            assertThat(german.getString(key))
                    .as(key)
                    .isNotBlank()
                    .isNotEqualTo(english.getString(key).concat(" "));
            assertThat(places(german.getString(key))).as(key).isEqualTo(places(english.getString(key)));
        }
        assertThat(german.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void everyEntryEndsInSentences() {
        ResourceBundle english = bundle(Locale.ENGLISH);
        assertThat(english.keySet().stream().filter(key -> key.endsWith(".why") || key.endsWith(".todo")))
                .allSatisfy(key -> assertThat(english.getString(key)).matches("(?s).*[.})]"));
    }

    /** Classes of the errors that the stand-ins raise, as the Python files define them. */
    static List<String> errorsOfTheStandIns() throws IOException {
        Pattern definition = Pattern.compile("^class (\\w+)\\(.*(?:Error|Exception)\\b.*\\):", Pattern.MULTILINE);
        try (Stream<Path> files = Files.walk(Path.of("src/main/python"))) {
            return files.filter(file -> file.toString().endsWith(".py")
                            && !file.toString().replace('\\', '/').contains("/fabric/"))
                    .flatMap(file -> definition.matcher(text(file)).results().map(found -> found.group(1)))
                    .filter(name -> !NEVER_SEEN.contains(name))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("errorsOfTheStandIns")
    void everyErrorOfAStandInHasItsOwnEntry(String type) throws IOException {
        for (Locale language : LANGUAGES) {
            PlainError error = raised(ErrorTexts.in(language), type);
            assertThat(error.id()).isEqualTo("exception." + type);
            assertThat(error.what()).contains("the message").doesNotContain(type);
            assertThat(places(error.what() + error.why() + error.todo())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(EngineFault.Kind.class)
    void everyFaultOfAnEngineHasItsOwnEntry(EngineFault.Kind kind) {
        EngineFault fault = new EngineFault(
                kind,
                Map.of(
                        "reason", "r",
                        "exitCode", "7",
                        "said", "s",
                        "seconds", "120",
                        "megabytes", "1024",
                        "signal", "9"));
        for (Locale language : LANGUAGES) {
            ErrorTexts texts = ErrorTexts.in(language);
            PlainError error = texts.of(ErrorCatalogue.engineLost(fault), 500, new FailureContext.EngineLost(fault));
            assertThat(texts.ids()).contains("engine." + kind);
            assertThat(error.id()).isEqualTo("engine." + kind);
            assertThat(places(error.what() + error.why() + error.todo())).isEmpty();
            assertThat(List.of(error.what(), error.why(), error.todo())).doesNotHaveDuplicates();
        }
        assertThat(fault.text()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MissingInput|m|{'parameter_name': 'age', 'parameter_type': 'int'}|missing-input|age",
                "InvalidInput|m|{'parameter_name': 'age', 'parameter_type': 'int', 'parameter_value': 'x'}|invalid-input|age",
                "InvalidInput|m|{'parameter_name': 'id', 'parameter_type': '_empty', 'parameter_value': '1'}|invalid-input.untyped|id has no type",
                "MissingInput|m|{'parameter_name': 'id', 'parameter_type': '_empty'}|missing-input.untyped|no value for id",
                "InternalError|m|{'error_type': 'pyodbc.OperationalError', 'error_message': 'does not exist. (911) (SQLExecDirectW)'}|database.use|does not lead to that database",
                "InvalidInput|m|{'reason': 'it is a list'}|invalid-body|it is a list",
                "InvalidInput|raised by hand|{}|function-error|InvalidInput: raised by hand",
                "MissingInput|raised by hand|{}|function-error|MissingInput: raised by hand",
                "MyOwnCode|raised by hand|{}|function-error|MyOwnCode: raised by hand",
                "UserThrown|You must be 18.|{'age': 3}|user-thrown|You must be 18.",
                "Timeout|a timeout limit after 200 seconds|{}|timeout|200 seconds",
                "ResponseTooLarge|is larger than the 0.5 megabyte limit.|{}|response-too-large|0.5 MB",
                "RequestTooLarge|m|{'size': 9, 'limit': 8}|request-too-large|9 bytes",
                "InternalError|m|{'error_type': 'KeyError', 'error_message': 'k'}|exception.KeyError|KeyError: k",
                "InternalError|m|{'error_type': 'pyodbc.IntegrityError', 'error_message': 'k'}|exception.IntegrityError|k",
                "InternalError|m|{'error_type': 'pyodbc.IntegrityError', 'error_message': '[23000] [Driver][SQL Server]There already. (2627) (SQLExecute); [23000] [Driver][SQL Server]Given up. (3621)'}|database.duplicate|twice: There already. (2627)",
                "InternalError|m|{'error_type': 'ResourceExistsError', 'error_message': 'is there.\\nErrorCode:PathAlreadyExists'}|exception.ResourceExistsError|has that file already",
                "InternalError|m|{'error_type': 'ResourceExistsError', 'error_message': 'wrong type.\\nErrorCode:PathConflict'}|exception.path-conflict|wrong type",
                "InternalError|m|{'error_type': 'pyodbc.ProgrammingError', 'error_message': 'reached. (429) (10928) (SQLExecDirectW)'}|database.busy|no more requests",
                "InternalError|m|{'error_type': 'pyodbc.ProgrammingError', 'error_message': 'denied (229)'}|database.permission|does not allow",
                "InternalError|m|{'error_type': 'pyodbc.ProgrammingError', 'error_message': 'login failed (4060)'}|database.unknown|cannot be opened",
                "InternalError|m|{'error_type': 'pyodbc.ProgrammingError', 'error_message': 'Invalid object name (208)'}|database.object|refused the statement",
                "InternalError|m|{'error_type': 'MyOwn', 'error_message': 'k'}|exception|MyOwn: k",
                "InvalidInput|m|{'parameter_name': 'at', 'parameter_type': 'datetime', 'parameter_value': '26.11.2026'}|invalid-input.datetime|26.11.2026",
                "InternalError|m|{'error_type': 'pyodbc.ProgrammingError', 'error_message': 'No stock. (50001) (SQLExecDirectW)'}|database.raised|The T-SQL itself",
                "InternalError|m|{'error_type': 'pyodbc.ProgrammingError', 'error_message': 'is not supported yet (40510) (SQLExecDirectW)'}|database.stand-in|Bobbin",
                "InternalError|m|{'error_type': 'pyodbc.DataError', 'error_message': 'Divide by zero (8134) (SQLExecDirectW)'}|database.zero|Divide by zero",
                "InternalError|m|{'error_type': 'pyodbc.IntegrityError', 'error_message': 'conflicted with the FOREIGN KEY constraint (547) (SQLExecDirectW)'}|database.rule-foreign-key|refers to another",
                "InternalError|m|{'error_type': 'pyodbc.IntegrityError', 'error_message': 'conflicted with the CHECK constraint (547) (SQLExecDirectW)'}|database.rule-check|breaks a rule",
                "InternalError|m|{'error_type': 'pyodbc.IntegrityError', 'error_message': 'conflicted with the REFERENCE constraint (547) (SQLExecDirectW)'}|database.rule-reference|Other rows",
                "InternalError|m|{'error_type': 'pyodbc.IntegrityError', 'error_message': 'broken (547) (SQLExecDirectW)'}|database.rule|breaks a rule",
                "InternalError|m|{'error_type': 'MyOwn', 'error_message': 'in (8134) ways'}|exception|MyOwn",
                "InternalError|m|{'error_type': 'CosmosResourceNotFoundError', 'error_message': 'Status code: 404\\nNo item o9.'}|exception.CosmosResourceNotFoundError|No item o9.",
                "InternalError|m|{'error_type': 'ResourceNotFoundError', 'error_message': '(SecretNotFound) A secret.'}|secrets.ResourceNotFoundError|no such secret",
                "InternalError|m|{'error_type': 'HttpResponseError', 'error_message': '(SecretDisabled) No.'}|secrets|key vault",
                "InternalError|m|{'reason': 'gone', 'parameter_name': 'db'}|connection|db",
                "InternalError|m|{'reason': 'killed'}|engine|killed",
                "InternalError|There is no user data function named 'x' in this item.|{}|unknown-function|named 'x'",
                "InternalError|GET request failed: 403 Forbidden|{}|variables|403 Forbidden",
                "InvalidInput|m|{'parameter_name': 'rows', 'parameter_type': 'DataFrame', 'parameter_value': '1'}|invalid-input.frame|rows",
                "InternalError|m|{}|internal|m",
                "InvalidRequestLine|no JSON|{}|invalid-request-line|no JSON"
            })
    void choosesTheEntryAndFillsItIn(String name, String message, String properties, String id, String what)
            throws IOException {
        PlainError error = explain(ErrorTexts.ENGLISH, name, message, properties);

        assertThat(error.id()).isEqualTo(id);
        assertThat(error.what()).contains(what);
        assertThat(error.technical()).startsWith(name + ": " + message);
        for (Locale language : LANGUAGES) {
            PlainError translated = explain(ErrorTexts.in(language), name, message, properties);
            assertThat(places(translated.what() + translated.why() + translated.todo()))
                    .isEmpty();
        }
    }

    /** Messages of one class that stand for different mistakes, as Python and pyodbc word them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TypeError|'NoneType' object is not subscriptable|exception.none",
                "AttributeError|'NoneType' object has no attribute 'Name'|exception.none",
                "TypeError|Object of type date is not JSON serializable|exception.json",
                "TypeError|can't compare offset-naive and offset-aware datetimes|exception.zone",
                "TypeError|unsupported operand type(s) for *: 'decimal.Decimal' and 'float'|exception.decimal",
                "TypeError|unsupported operand type(s) for *: 'Decimal' and 'float'|exception.decimal",
                "TypeError|unsupported operand type(s) for +: 'int' and 'str'|exception.join",
                "TypeError|can only concatenate str (not \"int\") to str|exception.join",
                "TypeError|row indices must be integers, not str|exception.row",
                "TypeError|cannot convert dictionary update sequence element #0 to a sequence|exception.row",
                "TypeError|list indices must be integers or slices, not str|exception.list",
                "TypeError|string indices must be integers, not 'str'|exception.text",
                "TypeError|f() missing 1 required positional argument: 'b'|exception.call",
                "TypeError|'coroutine' object is not iterable|exception.await",
                "TypeError|'int' object is not callable|exception.TypeError",
                "TypeError|'FunctionBuilder' object is not callable|exception.function",
                "TypeError|Streaming function 'f' must return a fabric.functions.StreamResponse, got 'list'.|exception.stream",
                "AttributeError|'FabricSqlConnection' object has no attribute 'cursor'|exception.connect",
                "AttributeError|'FabricLakehouseClient' object has no attribute 'get_file_client'|exception.connect-files",
                "AttributeError|'pyodbc.Row' object has no attribute 'b'|exception.row",
                "AttributeError|'pyodbc.Connection' object has no attribute 'comit'|exception.pyodbc",
                "AttributeError|'dict' object has no attribute 'encode'|exception.piece",
                "AttributeError|'dict' object has no attribute 'name'|exception.dict",
                "AttributeError|'str' object has no attribute 'x'|exception.AttributeError",
                "pyodbc.ProgrammingError|('The SQL contains 2 parameter markers, but 1 parameters were supplied', 'HY000')|database.marks",
                "pyodbc.ProgrammingError|('The SQL contains 0 parameter markers, but 1 parameters were supplied', 'HY000')|database.no-marks",
                "pyodbc.ProgrammingError|(The ORDER BY position number 5 is out of range. (108) (SQLExecDirectW)|database.order",
                "pyodbc.ProgrammingError|CREATE INDEX is not supported. (15868) (SQLExecDirectW)|database.warehouse",
                "pyodbc.ProgrammingError|No results.  Previous SQL was not a query.|database.no-rows",
                "pyodbc.ProgrammingError|Attempt to use a closed connection.|database.closed",
                "pyodbc.ProgrammingError|The cursor's connection has been closed.|database.closed",
                "pyodbc.ProgrammingError|('ODBC SQL type -155 is not yet supported.  column-index=0  type=-155', 'HY106')|database.offset",
                "pyodbc.InterfaceError|('28000', \"[28000] … Login failed for user ''. (18456)\")|database.login",
                "CosmosHttpResponseError|Status code: 429|service.throttled",
                "HttpResponseError|(Forbidden) The caller is not authorized.|service.denied",
                "ResourceNotFoundError|(NotFound) The resource was not found.|service.not-found",
                "ResourceNotFoundError|The specified path does not exist.|exception.ResourceNotFoundError",
                "pyodbc.OperationalError|('08S01', '[08S01] … Communication link failure (10054) (SQLExecDirectW)')|database.dropped",
                "InterfaceError|closed|exception.InterfaceError"
            })
    void tellsMistakesApartByTheirMessage(String type, String message, String id) {
        PlainError error = raised(type, message);

        assertThat(error.id()).isEqualTo(id);
        assertThat(ErrorTexts.ENGLISH.ids()).contains(id);
        assertThat(error.todo()).isNotEqualTo(raised("MyOwn", "something else").todo());
    }

    private static PlainError raised(String type, String message) {
        JsonNode properties =
                JsonNodeFactory.instance.objectNode().put("error_type", type).put("error_message", message);
        return ErrorTexts.ENGLISH.of(new ErrorEntry("InternalError", "m", properties), 409, FailureContext.NONE);
    }

    @Test
    void everyKindOfDatabaseErrorHasItsOwnEntry() {
        Set<String> kinds = IntStream.range(100, 60_000)
                .mapToObj(number -> DatabaseErrors.kind("ProgrammingError", "no (" + number + ") (SQLExecDirectW)"))
                .filter(kind -> !kind.isEmpty())
                .map(kind -> "database." + kind)
                .collect(Collectors.toSet());

        assertThat(kinds).hasSizeGreaterThan(25).isSubsetOf(ErrorTexts.ENGLISH.ids());
    }

    /** pyodbc's errors are told as Python writes a tuple, with the marks its texts need. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "('42S02', \"[42S02] [Driver][SQL Server]Invalid object name 'T'. (208) (SQLExecDirectW)\")|Invalid object name 'T'. (208)",
                "('23000', '[23000] [Driver][SQL Server]The table \"T\", column \\'Q\\'. (547) (SQLExecDirectW)')|The table \"T\", column 'Q'. (547)",
                "('The SQL contains 2 parameter markers, but 1 parameters were supplied', 'HY000')|The SQL contains 2 parameter markers, but 1 parameters were supplied",
                "('42000', '[42000] [Driver][SQL Server]A \\\\ and \\xe9. (50000) (SQLExecDirectW)')|A \\ and é. (50000)",
                "(not a tuple of texts|(not a tuple of texts"
            })
    void readsTheMessageOfADatabaseOutOfItsTuple(String told, String message) {
        assertThat(raised("pyodbc.ProgrammingError", told).what()).endsWith(": " + message);
    }

    @Test
    void readsALongMessageToo() {
        String told =
                "('42000', '[42000] [Driver][SQL Server]" + "a\\'b".repeat(100_000) + ". (50000) (SQLExecDirectW)')";

        assertThat(raised("pyodbc.ProgrammingError", told).what())
                .contains("a'ba'b")
                .endsWith("…");
    }

    @Test
    void saysHowCodeIsSharedWhenOneFunctionCallsAnother() {
        var properties = JsonNodeFactory.instance
                .objectNode()
                .put("error_type", "TypeError")
                .put("error_message", "'FunctionBuilder' object is not callable");
        PlainError error =
                ErrorTexts.ENGLISH.of(new ErrorEntry("InternalError", "m", properties), 409, FailureContext.NONE);

        assertThat(error.what()).contains("function calls another");
        assertThat(error.todo()).contains("without the decorators");
    }

    @Test
    void namesTheLineThatCannotBeLoaded() {
        ErrorEntry failure = ErrorCatalogue.loadFailure(
                "SyntaxError", "'(' was never closed (detected at line 14) (function_app.py, line 12)");

        PlainError error = ErrorTexts.ENGLISH.of(failure, 409, new FailureContext.Loading(12, false));

        assertThat(error.id()).isEqualTo("loading.SyntaxError");
        assertThat(error.what())
                .isEqualTo("Python cannot read the code (function_app.py, line 12): '(' was never closed");
        assertThat(ErrorTexts.in(Locale.GERMAN)
                        .of(failure, 409, new FailureContext.Loading(0, false))
                        .what())
                .as("the place is told by Python where it is not known otherwise")
                .isEqualTo("Python kann den Code nicht lesen: '(' was never closed (detected at line 14)"
                        + " (function_app.py, line 12)");
    }

    @Test
    void speaksOfConnectionsOnlyWhereTheLineThatCannotBeLoadedUsesOne() {
        ErrorEntry failure = ErrorCatalogue.loadFailure("NameError", "name 'warehouse' is not defined");

        assertThat(todo(failure, true)).contains("into a function", "connections");
        assertThat(todo(failure, false)).contains("spelling").doesNotContain("connection");
        assertThat(todo(ErrorCatalogue.loadFailure("KeyError", "'a'"), false)).doesNotContain("connection");
    }

    private static String todo(ErrorEntry failure, boolean connecting) {
        return ErrorTexts.ENGLISH
                .of(failure, 409, new FailureContext.Loading(3, connecting))
                .todo();
    }

    @Test
    void saysHowToGetALibraryInEachEngine() {
        ErrorEntry failure = ErrorCatalogue.loadFailure("ModuleNotFoundError", "No module named 'numpy'");

        PlainError embedded = ErrorTexts.ENGLISH.of(failure, 409, new FailureContext.MissingModule("numpy", 3, ""));
        PlainError cpython = ErrorTexts.ENGLISH.of(
                failure, 409, new FailureContext.MissingModule("numpy", 3, "python3 -m pip install numpy"));

        assertThat(embedded.what()).contains("'numpy'", "line 3");
        assertThat(embedded.todo()).contains("cpython");
        assertThat(cpython.todo()).contains("python3 -m pip install numpy");
    }

    @Test
    void namesTheLimitThatEndedTheCall() {
        PlainError error =
                ErrorTexts.ENGLISH.of(ErrorCatalogue.timeout(Duration.ofMillis(1500)), 408, FailureContext.NONE);

        assertThat(error.what()).contains("within 1.5 seconds");
        assertThat(error.why()).contains("408");
    }

    @Test
    void explainsEveryErrorOfAnAnswerAndSurvivesOddOnes() {
        ErrorEntry odd = new ErrorEntry("Unheard-of", "$1 \\ {message}", JsonNodeFactory.instance.objectNode());
        List<ErrorEntry> errors = List.of(odd, entry("Timeout"));

        assertThat(ErrorTexts.ENGLISH.of(errors, 500, FailureContext.NONE)).hasSize(2);
        assertThat(ErrorTexts.ENGLISH.explanation(errors, 500, FailureContext.NONE))
                .contains("$1 \\ {message}", "\nWhy: ", "\nWhat to do: ", "was ended");
    }

    @Test
    void anUnknownLanguageIsSpokenToInEnglish() throws IOException {
        assertThat(raised(ErrorTexts.in(Locale.KOREAN), "KeyError")).isEqualTo(raised(ErrorTexts.ENGLISH, "KeyError"));
    }
}
