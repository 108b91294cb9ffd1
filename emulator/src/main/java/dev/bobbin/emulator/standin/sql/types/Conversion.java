package dev.bobbin.emulator.standin.sql.types;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts values between types, as CAST and CONVERT do (Transact-SQL reference, "CAST and CONVERT"). */
public final class Conversion {

    /** The style that means: none was given. */
    public static final int NO_STYLE = -1;

    private static final LocalDate ZERO_DATE = LocalDate.of(1900, 1, 1);

    private Conversion() {}

    /**
     * @param value as {@link Codec} holds it
     * @param style CONVERT's style, or {@link #NO_STYLE}
     * @throws dev.bobbin.emulator.standin.sql.SqlError when the value cannot be had in that type
     */
    public static @Nullable Object convert(@Nullable Object value, SqlType from, SqlType to, int style) {
        return convert(value, from, to, style, CodePage.NONE);
    }

    /** As above, with the code page of the database that texts and binaries depend on. */
    public static @Nullable Object convert(@Nullable Object value, SqlType from, SqlType to, int style, CodePage page) {
        if (value == null || from.equals(to)) {
            return value;
        }
        if (value instanceof Variant variant) {
            return variant.convert(to, style, page);
        }
        return switch (to.kind().family()) {
            case VARIANT -> new Variant(value, from);
            case INTEGER, DECIMAL, APPROXIMATE -> Numbers.convert(value, from, to);
            case TEXT -> text(value, from, to, style, page);
            case DATE_TIME -> dateTime(value, from, to, style);
            case BINARY -> binary(value, from, to, style, page);
            case GUID -> guid(value, from);
            case NULL, BOOLEAN -> value;
        };
    }

    private static String text(Object value, SqlType from, SqlType to, int style, CodePage page) {
        String text =
                switch (value) {
                    case String already -> already;
                    case Long number -> number.toString();
                    case BigDecimal number -> Numbers.text(number, from, style);
                    case Double number -> Numbers.text(number, from, style);
                    case LocalDate date -> DateStyles.format(date.atStartOfDay(), from, style);
                    case LocalDateTime moment -> DateStyles.format(moment, from, style);
                    case LocalTime time -> DateStyles.format(ZERO_DATE.atTime(time), from, style);
                    case OffsetDateTime moment -> DateStyles.format(moment, from, style);
                    case byte[] bytes -> text(bytes, to, style, page);
                    default -> value.toString();
                };
        return fit(text, from, to, to.isNational() ? CodePage.NONE : page);
    }

    private static String text(byte[] bytes, SqlType to, int style, CodePage page) {
        String hex = HexFormat.of().withUpperCase().formatHex(bytes);
        return switch (style) {
            case 1 -> "0x" + hex;
            case 2 -> hex;
            default -> to.isNational() ? new String(bytes, StandardCharsets.UTF_16LE) : page.text(bytes);
        };
    }

    /** Cuts or pads to the length; a number that does not fit is an error or, for integers, an asterisk. */
    private static String fit(String whole, SqlType from, SqlType to, CodePage page) {
        int length = to.size();
        String text = page.kept(whole);
        if (length != SqlType.MAX && page.length(text) > length) {
            if (from.isInteger() && from.kind() != Kind.BIT) {
                if (to.isNational() || from.kind() == Kind.BIGINT) {
                    throw SqlErrors.overflow(to.kind().sqlName());
                }
                return "*";
            }
            if (from.isNumeric()) {
                throw SqlErrors.overflow(from.kind().messageName(), to.kind().sqlName());
            }
            if (from.kind() == Kind.UNIQUEIDENTIFIER) {
                throw new dev.bobbin.emulator.standin.sql.SqlError(
                        8170, "42000", "Insufficient result space to convert uniqueidentifier value to char.");
            }
            return page.cut(text, length);
        }
        boolean pad = to.kind() == Kind.CHAR || to.kind() == Kind.NCHAR;
        return pad ? text + " ".repeat(Math.max(0, length - page.length(text))) : text;
    }

    private static Object dateTime(Object value, SqlType from, SqlType to, int style) {
        return switch (value) {
            case String text -> DateTexts.parse(text, from, to, style);
            case LocalDate date -> DateTimes.to(date.atStartOfDay(), ZoneOffset.UTC, to);
            case LocalTime time -> DateTimes.to(ZERO_DATE.atTime(time), ZoneOffset.UTC, to);
            case LocalDateTime moment
            when from.kind() == Kind.DATETIME -> DateTimes.to(DateTimes.ofTicks(moment), ZoneOffset.UTC, to);
            case LocalDateTime moment -> DateTimes.to(moment, ZoneOffset.UTC, to);
            case OffsetDateTime moment -> DateTimes.to(moment.toLocalDateTime(), moment.getOffset(), to);
            case Long days -> DateTimes.ofDays(BigDecimal.valueOf(days), to);
            case BigDecimal days -> DateTimes.ofDays(days, to);
            case Double days -> DateTimes.ofDays(BigDecimal.valueOf(days), to);
            default ->
                throw SqlErrors.noConversion(
                        from.kind().messageName(), to.kind().messageName());
        };
    }

    private static byte[] binary(Object value, SqlType from, SqlType to, int style, CodePage page) {
        byte[] bytes =
                switch (value) {
                    case byte[] already -> already;
                    case String text when from.kind() == Kind.UNIQUEIDENTIFIER -> guidBytes(text);
                    case String text -> bytes(text, from, style, page);
                    case Long number -> integerBytes(number, from);
                    default ->
                        throw SqlErrors.notSupported("conversion of "
                                + from.kind().messageName() + " to " + to.kind().sqlName());
                };
        int length = to.size();
        if (length == SqlType.MAX || bytes.length == length || bytes.length < length && to.kind() == Kind.VARBINARY) {
            return bytes;
        }
        if (value instanceof Long) {
            byte[] padded = new byte[length];
            int count = Math.min(length, bytes.length);
            System.arraycopy(bytes, bytes.length - count, padded, length - count, count);
            return padded;
        }
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] bytes(String text, SqlType from, int style, CodePage page) {
        if (style != 1 && style != 2) {
            return from.isNational() ? text.getBytes(StandardCharsets.UTF_16LE) : page.bytes(text);
        }
        try {
            return HexFormat.of()
                    .parseHex(style == 1 && text.toLowerCase(Locale.ROOT).startsWith("0x") ? text.substring(2) : text);
        } catch (IllegalArgumentException e) {
            throw SqlErrors.errorConverting(from.kind().sqlName(), "varbinary");
        }
    }

    private static byte[] integerBytes(long number, SqlType from) {
        int length =
                switch (from.kind()) {
                    case BIGINT -> 8;
                    case SMALLINT -> 2;
                    case TINYINT, BIT -> 1;
                    default -> 4;
                };
        byte[] all = ByteBuffer.allocate(8).putLong(number).array();
        return Arrays.copyOfRange(all, 8 - length, 8);
    }

    /** SQL Server turns the first three groups of a uniqueidentifier round. */
    private static byte[] guidBytes(String guid) {
        byte[] plain = HexFormat.of().parseHex(guid.replace("-", ""));
        int[] order = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
        byte[] turned = new byte[plain.length];
        for (int i = 0; i < order.length; i++) {
            turned[i] = plain[order[i]];
        }
        return turned;
    }

    private static String guid(Object value, SqlType from) {
        if (value instanceof byte[] bytes && bytes.length == 16) {
            String hex = HexFormat.of()
                    .withUpperCase()
                    .formatHex(guidBytes(HexFormat.of().formatHex(bytes)));
            return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                    + hex.substring(16, 20) + "-" + hex.substring(20);
        }
        if (!(value instanceof String written)) {
            throw SqlErrors.noConversion(from.kind().messageName(), "uniqueidentifier");
        }
        String text =
                written.startsWith("{") && written.endsWith("}") ? written.substring(1, written.length() - 1) : written;
        String upper =
                text.length() > 36 ? text.substring(0, 36).toUpperCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (i >= upper.length() || (dash ? upper.charAt(i) != '-' : !HexFormat.isHexDigit(upper.charAt(i)))) {
                throw SqlErrors.badGuid();
            }
        }
        return upper;
    }
}
