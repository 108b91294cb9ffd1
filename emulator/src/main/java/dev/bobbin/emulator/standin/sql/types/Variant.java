package dev.bobbin.emulator.standin.sql.types;

import dev.bobbin.emulator.standin.sql.SqlError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value of sql_variant: a value that brings its own type.
 *
 * @param value as {@link Codec} holds it
 * @param type its base type, never sql_variant itself
 */
public record Variant(Object value, SqlType type) {

    /** From the highest to the lowest: of values of two families, the one of the higher is the greater ("sql_variant"). */
    private static final List<Kind.Family> HIERARCHY = List.of(
            Kind.Family.DATE_TIME,
            Kind.Family.APPROXIMATE,
            Kind.Family.DECIMAL,
            Kind.Family.TEXT,
            Kind.Family.BINARY,
            Kind.Family.GUID);

    /** What SQLite carries: the base type and the value as text. */
    String carried() {
        Object plain = Objects.requireNonNull(Codec.carry(value, type));
        String text = plain instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : plain.toString();
        return type.kind() + " " + type.size() + " " + type.scale() + " " + text;
    }

    /** The other way round. */
    static Variant of(String carried) {
        String[] parts = carried.split(" ", 4);
        SqlType type = new SqlType(Kind.valueOf(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        String text = parts[3];
        Object plain =
                switch (type.kind().family()) {
                    case INTEGER -> Long.valueOf(text);
                    case APPROXIMATE -> Double.valueOf(text);
                    case DECIMAL -> type.carriedAsInteger() ? (Object) Long.valueOf(text) : text;
                    case BINARY -> HexFormat.of().parseHex(text);
                    default -> text;
                };
        return new Variant(Objects.requireNonNull(Codec.value(plain, type)), type);
    }

    /** The value in another type, as CAST makes it. */
    @Nullable
    Object convert(SqlType to, int style, CodePage page) {
        return Conversion.convert(value, type, to, style, page);
    }

    /**
     * Compares as SQL Server does: by family, and within one by value.
     *
     * @param ignoresCase whether texts that differ in case only are equal
     */
    public int compareTo(Variant other, boolean ignoresCase) {
        int families = Integer.compare(rank(other), rank(this));
        if (families != 0) {
            return families;
        }
        SqlType common = TypeRules.common(type, other.type);
        return compare(in(common), other.in(common), ignoresCase);
    }

    private static int rank(Variant variant) {
        Kind.Family family = variant.type.kind().family();
        return HIERARCHY.indexOf(family == Kind.Family.INTEGER ? Kind.Family.DECIMAL : family);
    }

    private Object in(SqlType common) {
        return Objects.requireNonNull(Conversion.convert(value, type, common, Conversion.NO_STYLE));
    }

    private static int compare(Object left, Object right, boolean ignoresCase) {
        return switch (left) {
            case String text -> {
                Comparator<String> order =
                        ignoresCase ? String.CASE_INSENSITIVE_ORDER : Comparator.<String>naturalOrder();
                yield order.compare(text.stripTrailing(), ((String) right).stripTrailing());
            }
            case byte[] bytes -> Arrays.compareUnsigned(bytes, (byte[]) right);
            case Long number -> number.compareTo((Long) right);
            case Double number -> number.compareTo((Double) right);
            case BigDecimal number -> number.compareTo((BigDecimal) right);
            case LocalTime time -> time.compareTo((LocalTime) right);
            case LocalDate date -> date.compareTo((LocalDate) right);
            case LocalDateTime moment -> moment.compareTo((LocalDateTime) right);
            case OffsetDateTime moment -> moment.toInstant().compareTo(((OffsetDateTime) right).toInstant());
            default -> throw new IllegalStateException(left.toString());
        };
    }

    /** The value as text, as a query tool shows it. */
    @Override
    public String toString() {
        try {
            return String.valueOf(convert(SqlType.NVARCHAR_MAX, Conversion.NO_STYLE, CodePage.NONE));
        } catch (SqlError e) {
            return value.toString();
        }
    }
}
