package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers by .NET's format strings (.NET, "Standard" and "Custom numeric format strings"). */
final class NumberFormats {

    private static final Pattern STANDARD = Pattern.compile("([A-Za-z])(\\d{0,2})");
    private static final int USUAL_DECIMALS = 2;
    private static final int USUAL_EXPONENT_DECIMALS = 6;

    private final DecimalFormatSymbols symbols;
    private final Locale culture;

    private NumberFormats(Locale culture) {
        this.culture = culture;
        this.symbols = DecimalFormatSymbols.getInstance(culture);
        if (symbols.getGroupingSeparator() == '\u202f') {
            // .NET's cultures group with the wider blank that cannot be broken.
            symbols.setGroupingSeparator('\u00a0');
        }
    }

    /** @param whole whether the number is of an integer type, which alone takes D and X */
    static String of(BigDecimal number, boolean whole, String format, Locale culture) {
        NumberFormats writer = new NumberFormats(culture);
        Matcher standard = STANDARD.matcher(format);
        return format.isEmpty() || standard.matches()
                ? writer.standard(
                        number,
                        whole,
                        format.isEmpty() ? 'G' : format.charAt(0),
                        format.length() > 1 ? Integer.parseInt(standard.group(2)) : -1)
                : writer.custom(number, format);
    }

    private String standard(BigDecimal number, boolean whole, char letter, int digits) {
        int decimals = digits < 0 ? USUAL_DECIMALS : digits;
        return switch (Character.toUpperCase(letter)) {
            case 'N' -> signed(number, plain(number.abs(), decimals, true), decimals);
            case 'F' -> signed(number, plain(number.abs(), decimals, false), decimals);
            case 'C' -> currency(number, digits < 0 ? currencyDecimals() : digits);
            case 'P' -> percent(number, decimals);
            case 'E' -> exponent(number, digits < 0 ? USUAL_EXPONENT_DECIMALS : digits, letter);
            case 'G', 'R' -> general(number, digits);
            case 'D' -> {
                requireWhole(whole, letter);
                yield (number.signum() < 0 ? "-" : "")
                        + String.format(
                                Locale.ROOT,
                                "%0" + Math.max(1, digits) + "d",
                                number.abs().toBigInteger());
            }
            case 'X' -> {
                requireWhole(whole, letter);
                long value = number.longValue();
                String hex = value < 0 && value >= Integer.MIN_VALUE
                        ? Integer.toHexString((int) value)
                        : Long.toHexString(value);
                String padded = "0".repeat(Math.max(0, digits - hex.length())) + hex;
                yield letter == 'X' ? padded.toUpperCase(Locale.ROOT) : padded;
            }
            default -> throw SqlErrors.notSupported("FORMAT of a number with '" + letter + "'");
        };
    }

    private static void requireWhole(boolean whole, char letter) {
        if (!whole) {
            throw SqlErrors.notSupported("FORMAT of a number with decimals with '" + letter + "'");
        }
    }

    private String plain(BigDecimal number, int decimals, boolean grouped) {
        DecimalFormat format = new DecimalFormat(grouped ? "#,##0" : "0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** What rounds to zero has no sign. */
    private static String signed(BigDecimal number, String text, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP).signum() < 0 ? "-" + text : text;
    }

    private int currencyDecimals() {
        Currency currency = symbols.getCurrency();
        return currency == null ? USUAL_DECIMALS : Math.max(0, currency.getDefaultFractionDigits());
    }

    /** The sign of the currency stands where the culture has it; negative amounts are in brackets in the United States. */
    private String currency(BigDecimal number, int decimals) {
        String amount = plain(number.abs(), decimals, true);
        String sign = symbols.getCurrencySymbol();
        boolean before = NumberFormat.getCurrencyInstance(culture) instanceof DecimalFormat own
                && own.toPattern().startsWith("\u00a4");
        String text = before ? sign + amount : amount + " " + sign;
        boolean negative = number.setScale(decimals, RoundingMode.HALF_UP).signum() < 0;
        return !negative ? text : culture.getCountry().equals("US") ? "(" + text + ")" : "-" + text;
    }

    private String percent(BigDecimal number, int decimals) {
        BigDecimal hundredfold = number.movePointRight(2);
        boolean english =
                culture.getLanguage().equals("en") || culture.getLanguage().equals("ja");
        return signed(hundredfold, plain(hundredfold.abs(), decimals, true), decimals) + (english ? "%" : " %");
    }

    private String exponent(BigDecimal number, int decimals, char letter) {
        String text = String.format(Locale.ROOT, "%." + decimals + "e", number);
        int at = text.indexOf('e');
        String power = text.substring(at + 2);
        return text.substring(0, at).replace('.', symbols.getDecimalSeparator())
                + letter
                + text.charAt(at + 1)
                + "0".repeat(Math.max(0, 3 - power.length()))
                + power;
    }

    private String general(BigDecimal number, int digits) {
        if (digits > 0 && number.precision() > digits) {
            BigDecimal rounded = number.round(new java.math.MathContext(digits, RoundingMode.HALF_UP));
            if (rounded.precision() - rounded.scale() > digits) {
                throw SqlErrors.notSupported("FORMAT of a number with 'G" + digits + "' in exponential notation");
            }
            return rounded.stripTrailingZeros().toPlainString().replace('.', symbols.getDecimalSeparator());
        }
        return number.toPlainString().replace('.', symbols.getDecimalSeparator());
    }

    /** Up to three patterns, for positive and negative numbers and for zero. */
    private String custom(BigDecimal number, String format) {
        List<String> sections = sections(format);
        if (number.signum() < 0 && sections.size() > 1 && !sections.get(1).isEmpty()) {
            return section(number.abs(), sections.get(1));
        }
        String positive = section(number.abs(), sections.getFirst());
        boolean zero = sections.size() > 2 && positive.chars().noneMatch(c -> c >= '1' && c <= '9');
        if (zero) {
            return section(BigDecimal.ZERO, sections.get(2));
        }
        boolean nothing = positive.chars().noneMatch(c -> c >= '1' && c <= '9');
        return number.signum() < 0 && !nothing ? "-" + positive : positive;
    }

    private static List<String> sections(String format) {
        List<String> sections = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '\\' && quote == 0 && i + 1 < format.length()) {
                current.append(c).append(format.charAt(++i));
                continue;
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            if (c == ';' && quote == 0) {
                sections.add(current.toString());
                current.setLength(0);
            } else {
                current.append(c);
            }
        }
        sections.add(current.toString());
        return sections;
    }

    private String section(BigDecimal number, String pattern) {
        return new NumberSection(pattern).write(number, symbols);
    }
}
