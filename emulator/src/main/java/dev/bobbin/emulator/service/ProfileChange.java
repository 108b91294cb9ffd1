package dev.bobbin.emulator.service;

import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.message.RefusedValueException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A changed value of a profile as people write it: {@code requestMegabytes=1}, {@code timeSeconds=5},
 * {@code http.UserThrown=422}, {@code rule.default-value=warning}.
 */
public final class ProfileChange {

    /** What can be changed, for help texts. */
    public static final List<String> KEYS = List.of(
            "requestMegabytes", "responseMegabytes", "wheelMegabytes", "timeSeconds", "http.<outcome>", "rule.<id>");

    private static final double MEGABYTE = 1024.0 * 1024.0;

    /** The longest time and the largest size that can be meant; keeps sums of bytes and nanoseconds in range. */
    private static final double LARGEST = 1_000_000;

    private ProfileChange() {}

    /**
     * A profile with one value changed.
     *
     * @param change {@code key=value}
     * @throws RefusedValueException when it cannot be understood
     */
    public static ServiceProfile apply(ServiceProfile profile, String change) {
        int equals = change.indexOf('=');
        if (equals < 0) {
            throw RefusedValueException.of("profile.change.form", change, String.join(", ", KEYS));
        }
        String key = change.substring(0, equals).strip();
        String value = change.substring(equals + 1).strip();
        if (key.startsWith("http.")) {
            return http(profile, key.substring("http.".length()), value);
        }
        if (key.startsWith("rule.")) {
            return profile.withRule(key.substring("rule.".length()), severity(value));
        }
        return switch (key) {
            case "requestMegabytes" -> profile.withRequestBytes(bytes(key, value));
            case "responseMegabytes" -> profile.withResponseBytes(bytes(key, value));
            case "wheelMegabytes" -> profile.withWheelBytes(bytes(key, value));
            case "timeSeconds" -> profile.withTimeLimit(Duration.ofMillis(Math.round(number(key, value) * 1000)));
            default -> throw RefusedValueException.of("profile.change.key", key, String.join(", ", KEYS));
        };
    }

    /** What was changed in a profile: the changes that make it of the one it is named after. */
    public static List<String> of(ServiceProfile profile) {
        List<ProfileValue> original =
                ServiceProfiles.named(profile.name()).map(ProfileValue::of).orElse(List.of());
        return ProfileValue.of(profile).stream()
                .filter(value -> !original.contains(value))
                .map(value -> value.key() + "=" + value.value())
                .toList();
    }

    private static ServiceProfile http(ServiceProfile profile, String outcome, String value) {
        if (!profile.httpStatus().containsKey(outcome)) {
            throw RefusedValueException.of(
                    "profile.change.outcome",
                    outcome,
                    profile.httpStatus().keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        double status = number("http." + outcome, value);
        if (status != Math.rint(status) || status < 100 || status > 599) {
            throw RefusedValueException.of("profile.change.status", value);
        }
        return profile.withHttpStatus(outcome, (int) status);
    }

    private static long bytes(String key, String value) {
        return Math.round(number(key, value) * MEGABYTE);
    }

    private static double number(String key, String value) {
        try {
            double number = Double.parseDouble(value);
            if (number > 0 && number <= LARGEST) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw RefusedValueException.of("profile.change.number", value, key);
    }

    /**
     * The severity of that name; empty for {@code off}.
     *
     * @throws RefusedValueException when there is no such severity
     */
    static Optional<Severity> severity(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "off" -> Optional.empty();
            case "error" -> Optional.of(Severity.ERROR);
            case "warning" -> Optional.of(Severity.WARNING);
            case "info" -> Optional.of(Severity.INFO);
            default -> throw RefusedValueException.of("profile.change.severity", name);
        };
    }
}
