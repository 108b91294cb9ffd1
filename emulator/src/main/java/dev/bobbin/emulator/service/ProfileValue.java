package dev.bobbin.emulator.service;

import dev.bobbin.emulator.finding.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One value of a profile as people read and change it.
 *
 * @param key as {@link ProfileChange} takes it, such as {@code requestMegabytes}
 * @param value as {@link ProfileChange} takes it
 * @param source the document it comes from; empty for a changed value
 */
public record ProfileValue(String key, String value, Optional<String> source) {

    private static final BigDecimal MEGABYTE = new BigDecimal(1 << 20);

    /** All values of a profile: limits, HTTP statuses, severities of rules. */
    public static List<ProfileValue> of(ServiceProfile profile) {
        List<ProfileValue> original =
                ServiceProfiles.named(profile.name()).map(ProfileValue::read).orElse(List.of());
        return read(profile).stream()
                .map(value -> original.contains(value)
                        ? value
                        : new ProfileValue(value.key(), value.value(), Optional.empty()))
                .toList();
    }

    private static List<ProfileValue> read(ServiceProfile profile) {
        List<ProfileValue> values = new ArrayList<>();
        values.add(new ProfileValue(
                "requestMegabytes", megabytes(profile.requestBytes()), profile.source("requestBytes")));
        values.add(new ProfileValue(
                "responseMegabytes", megabytes(profile.responseBytes()), profile.source("responseBytes")));
        values.add(new ProfileValue("wheelMegabytes", megabytes(profile.wheelBytes()), profile.source("wheelBytes")));
        values.add(new ProfileValue("timeSeconds", seconds(profile.timeLimit()), profile.source("timeLimitSeconds")));
        for (Map.Entry<String, Integer> status : new TreeMap<>(profile.httpStatus()).entrySet()) {
            values.add(new ProfileValue(
                    "http." + status.getKey(), String.valueOf(status.getValue()), profile.source(status.getKey())));
        }
        for (Map.Entry<String, Optional<Severity>> rule : new TreeMap<>(profile.rules()).entrySet()) {
            String level = rule.getValue()
                    .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                    .orElse("off");
            values.add(new ProfileValue("rule." + rule.getKey(), level, profile.source(rule.getKey())));
        }
        return values;
    }

    /** The shortest text that {@link ProfileChange} makes these bytes of. */
    private static String megabytes(long bytes) {
        BigDecimal exact = new BigDecimal(bytes).divide(MEGABYTE);
        int digits = 0;
        BigDecimal rounded = exact.setScale(digits, RoundingMode.HALF_UP);
        while (rounded.multiply(MEGABYTE).setScale(0, RoundingMode.HALF_UP).longValue() != bytes) {
            rounded = exact.setScale(++digits, RoundingMode.HALF_UP);
        }
        return rounded.toPlainString();
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
