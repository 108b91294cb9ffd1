package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.types.CodePage;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.util.HexFormat;

/** The values and types of constants (Transact-SQL reference, "Constants"). */
final class Literals {

    private static final BigDecimal LARGEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int LONGEST_NATIONAL = 4000;
    private static final int LONGEST_TEXT = 8000;

    private Literals() {}

    static Bound bind(Expression.Literal literal, CodePage page) {
        String text = literal.kind() == Expression.LiteralKind.STRING ? page.kept(literal.text()) : literal.text();
        return switch (literal.kind()) {
            case NULL -> new Bound.Constant(null, SqlType.NULL);
            case INTEGER -> integer(new BigDecimal(text));
            case DECIMAL -> {
                BigDecimal number = new BigDecimal(text);
                int scale = Math.max(0, number.scale());
                yield new Bound.Constant(
                        number.setScale(scale),
                        SqlType.decimal(Math.max(number.precision(), Math.max(1, scale)), scale));
            }
            case FLOAT ->
                new Bound.Constant(
                        Double.parseDouble(text.endsWith("e") || text.endsWith("E") ? text + "0" : text),
                        SqlType.FLOAT);
            case MONEY ->
                new Bound.Constant(new BigDecimal(text).setScale(4, java.math.RoundingMode.HALF_UP), SqlType.MONEY);
            case STRING ->
                new Bound.Constant(
                        text,
                        page.length(text) > LONGEST_TEXT
                                ? SqlType.VARCHAR_MAX
                                : SqlType.varchar(Math.max(1, page.length(text))));
            case NATIONAL_STRING ->
                new Bound.Constant(
                        text,
                        text.length() > LONGEST_NATIONAL
                                ? SqlType.NVARCHAR_MAX
                                : SqlType.nvarchar(Math.max(1, text.length())));
            case BINARY -> {
                byte[] bytes = HexFormat.of().parseHex(text.length() % 2 == 0 ? text : "0" + text);
                yield new Bound.Constant(bytes, SqlType.varbinary(Math.max(1, bytes.length)));
            }
        };
    }

    private static Bound integer(BigDecimal number) {
        return number.abs().compareTo(LARGEST_INT) <= 0
                ? new Bound.Constant(number.longValueExact(), SqlType.INT)
                : new Bound.Constant(number, SqlType.decimal(number.precision(), 0));
    }
}
