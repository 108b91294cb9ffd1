package dev.bobbin.emulator.standin.sql;

/** The errors the stand-in raises, with SQL Server's numbers and texts. */
public final class SqlErrors {

    /** Number of the error that says the stand-in cannot do something. */
    public static final int NOT_SUPPORTED = 40510;

    private static final int QUOTED_LENGTH = 200;

    /** The number of the error about a type that CAST does not know. */
    public static final int UNKNOWN_TYPE = 243;

    private SqlErrors() {}

    /** The stand-in knows the statement but cannot do it. Quotes what it refuses; never a wrong result instead. */
    public static SqlError notSupported(String what) {
        String quoted = what.strip();
        if (quoted.length() > QUOTED_LENGTH) {
            quoted = quoted.substring(0, QUOTED_LENGTH) + "…";
        }
        return new SqlError(
                NOT_SUPPORTED, "42000", "Statement '" + quoted + "' is not supported yet by Bobbin's stand-in.");
    }

    /** A statement is nested more deeply than can be followed. */
    public static SqlError tooDeep() {
        return new SqlError(
                8631,
                "42000",
                "Internal error: Server stack limit has been reached. Please look for potentially deep nesting in your query, and try to simplify it.",
                17,
                1);
    }

    public static SqlError syntaxNear(String token) {
        return new SqlError(102, "42000", "Incorrect syntax near '" + token + "'.", 15, 1);
    }

    public static SqlError keywordSyntaxNear(String keyword) {
        return new SqlError(156, "42000", "Incorrect syntax near the keyword '" + keyword + "'.", 15, 1);
    }

    public static SqlError unclosedQuote(String text) {
        return new SqlError(105, "42000", "Unclosed quotation mark after the character string '" + text + "'.", 15, 1);
    }

    public static SqlError invalidObject(String name) {
        return new SqlError(208, "42S02", "Invalid object name '" + name + "'.");
    }

    public static SqlError invalidColumn(String name) {
        return new SqlError(207, "42S22", "Invalid column name '" + name + "'.");
    }

    public static SqlError ambiguousColumn(String name) {
        return new SqlError(209, "42000", "Ambiguous column name '" + name + "'.");
    }

    public static SqlError unbound(String name) {
        return new SqlError(4104, "42000", "The multi-part identifier \"" + name + "\" could not be bound.");
    }

    public static SqlError unknownFunction(String name) {
        return new SqlError(195, "42000", "'" + name + "' is not a recognized built-in function name.", 15, 10);
    }

    public static SqlError argumentCount(String function, int count) {
        return new SqlError(174, "42000", "The " + function + " function requires " + count + " argument(s).", 15, 1);
    }

    public static SqlError wrongArgumentType(String type, int position, String function) {
        return new SqlError(
                8116,
                "42000",
                "Argument data type " + type + " is invalid for argument " + position + " of " + function
                        + " function.");
    }

    public static SqlError operandClash(String left, String right) {
        return new SqlError(206, "22018", "Operand type clash: " + left + " is incompatible with " + right);
    }

    public static SqlError operandTypes(String left, String right, String operator) {
        return new SqlError(
                402,
                "42000",
                "The data types " + left + " and " + right + " are incompatible in the " + operator + " operator.");
    }

    public static SqlError invalidOperand(String type, String operator) {
        return new SqlError(8117, "42000", "Operand data type " + type + " is invalid for " + operator + " operator.");
    }

    public static SqlError noImplicitConversion(String from, String to) {
        return new SqlError(
                257,
                "42000",
                "Implicit conversion from data type " + from + " to " + to
                        + " is not allowed. Use the CONVERT function to run this query.");
    }

    public static SqlError noConversion(String from, String to) {
        return new SqlError(
                529, "42000", "Explicit conversion from data type " + from + " to " + to + " is not allowed.");
    }

    public static SqlError unknownType(String name) {
        return new SqlError(UNKNOWN_TYPE, "42000", "Type " + name + " is not a defined system type.");
    }

    public static SqlError cannotFindType(String name, int position) {
        return new SqlError(
                2715,
                "42000",
                "Column, parameter, or variable #" + position + ": Cannot find data type " + name + ".",
                16,
                6);
    }

    public static SqlError columnType(int position, String column, String type) {
        return new SqlError(
                2715, "42000", "Column, parameter, or variable #" + position + ": Cannot find data type " + type + ".");
    }

    public static SqlError conversionFailed(String fromType, String value, String toType) {
        return new SqlError(
                245,
                "22018",
                "Conversion failed when converting the " + fromType + " value '" + value + "' to data type " + toType
                        + ".");
    }

    public static SqlError errorConverting(String fromType, String toType) {
        return new SqlError(8114, "42000", "Error converting data type " + fromType + " to " + toType + ".");
    }

    public static SqlError badDateText() {
        return new SqlError(241, "22007", "Conversion failed when converting date and/or time from character string.");
    }

    public static SqlError dateTextOutOfRange(String from, String to) {
        return new SqlError(
                242,
                "22007",
                "The conversion of a " + from + " data type to a " + to
                        + " data type resulted in an out-of-range value.");
    }

    public static SqlError badGuid() {
        return new SqlError(
                8169, "42000", "Conversion failed when converting from a character string to uniqueidentifier.");
    }

    public static SqlError overflow(String toType) {
        return new SqlError(
                8115, "22003", "Arithmetic overflow error converting expression to data type " + toType + ".");
    }

    public static SqlError overflow(String fromType, String toType) {
        return new SqlError(
                8115, "22003", "Arithmetic overflow error converting " + fromType + " to data type " + toType + ".");
    }

    public static SqlError integerTextOverflow(String fromType, String value, String column) {
        return new SqlError(
                248,
                "22003",
                "The conversion of the " + fromType + " value '" + value + "' overflowed an " + column + " column.");
    }

    public static SqlError smallIntegerOverflow(String type, String value) {
        return new SqlError(
                220, "22003", "Arithmetic overflow error for data type " + type + ", value = " + value + ".");
    }

    public static SqlError divideByZero() {
        return new SqlError(8134, "22012", "Divide by zero error encountered.");
    }

    public static SqlError truncated(String table, String column, String value) {
        return new SqlError(
                2628,
                "22001",
                "String or binary data would be truncated in table '" + table + "', column '" + column
                        + "'. Truncated value: '" + value + "'.");
    }

    public static SqlError nullNotAllowed(String column, String table, String statement) {
        return new SqlError(
                515,
                "23000",
                "Cannot insert the value NULL into column '" + column + "', table '" + table
                        + "'; column does not allow nulls. " + statement + " fails.");
    }

    public static SqlError notInGroup(String column) {
        return new SqlError(
                8120,
                "42000",
                "Column '" + column + "' is invalid in the select list because it is not contained in either an"
                        + " aggregate function or the GROUP BY clause.");
    }

    public static SqlError notInGroupForHaving(String column) {
        return new SqlError(
                8121,
                "42000",
                "Column '" + column + "' is invalid in the HAVING clause because it is not contained in either an"
                        + " aggregate function or the GROUP BY clause.");
    }

    public static SqlError notInGroupForOrder(String column) {
        return new SqlError(
                8127,
                "42000",
                "Column \"" + column + "\" is invalid in the ORDER BY clause because it is not contained in either an"
                        + " aggregate function or the GROUP BY clause.");
    }

    public static SqlError aggregateInWhere() {
        return new SqlError(
                147,
                "42000",
                "An aggregate may not appear in the WHERE clause unless it is in a subquery contained in a HAVING"
                        + " clause or a select list, and the column being aggregated is an outer reference.",
                15,
                1);
    }

    public static SqlError undeclaredVariable(String name) {
        return new SqlError(137, "42000", "Must declare the scalar variable \"" + name + "\".", 15, 2);
    }

    public static SqlError subqueryRows() {
        return new SqlError(
                512,
                "21000",
                "Subquery returned more than 1 value. This is not permitted when the subquery follows =, !=, <, <= ,"
                        + " >, >= or when the subquery is used as an expression.");
    }

    public static SqlError orderInView() {
        return new SqlError(
                1033,
                "42000",
                "The ORDER BY clause is invalid in views, inline functions, derived tables, subqueries, and common table"
                        + " expressions, unless TOP, OFFSET or FOR XML is also specified.",
                15,
                1);
    }

    public static SqlError objectExists(String name) {
        return new SqlError(2714, "42S01", "There is already an object named '" + name + "' in the database.", 16, 6);
    }

    public static SqlError cannotDrop(String kind, String name) {
        return new SqlError(
                3701,
                "42S02",
                "Cannot drop the " + kind + " '" + name + "', because it does not exist or you do not have permission.",
                11,
                5);
    }

    public static SqlError unknownSchema(String name) {
        return new SqlError(
                2760,
                "42000",
                "The specified schema name \"" + name
                        + "\" either does not exist or you do not have permission to use it.");
    }

    public static SqlError columnCountMismatch(boolean moreColumns) {
        return moreColumns
                ? new SqlError(
                        109,
                        "21S01",
                        "There are more columns in the INSERT statement than values specified in the VALUES clause."
                                + " The number of values in the VALUES clause must match the number of columns"
                                + " specified in the INSERT statement.",
                        15,
                        1)
                : new SqlError(
                        110,
                        "21S01",
                        "There are fewer columns in the INSERT statement than values specified in the VALUES clause."
                                + " The number of values in the VALUES clause must match the number of columns"
                                + " specified in the INSERT statement.",
                        15,
                        1);
    }

    public static SqlError insertColumns() {
        return new SqlError(213, "21S01", "Column name or number of supplied values does not match table definition.");
    }

    public static SqlError unknownProcedure(String name) {
        return new SqlError(2812, "42000", "Could not find stored procedure '" + name + "'.", 16, 62);
    }

    /** A mirrored database or a lakehouse's SQL endpoint takes no changes. */
    public static SqlError readOnly(String statement, String what) {
        return new SqlError(24559, "42000", statement + " is not supported: " + what + " is read-only.");
    }

    public static SqlError internal(String message) {
        return new SqlError(50000, "42000", message);
    }
}
