package dev.bobbin.emulator.service;

import dev.bobbin.emulator.finding.Severity;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the service's documents of one date say about limits and HTTP, as data read from {@code profiles/*.json}.
 * Every value can be changed for a run, to see what would happen under another one.
 *
 * @param name such as {@code documented-2025}; with an asterisk behind it once a value was changed
 * @param date of the documents, such as {@code 2025-03-20}
 * @param document the documents this profile follows
 * @param requestBytes largest request body, in bytes
 * @param responseBytes largest result, in bytes
 * @param wheelBytes largest private wheel, in bytes
 * @param httpStatus HTTP status for each {@link Status}, by wire name; {@code UserThrown}, {@code RequestTooLarge} and
 *     {@code InternalFailure} name the special cases
 * @param rules severities other than the usual ones, by the id of a check rule; empty for a rule that does not hold
 * @param sources the document each value comes from, by its key: {@code requestBytes}, {@code Timeout},
 *     {@code default-value}
 */
public record ServiceProfile(
        String name,
        String date,
        String document,
        long requestBytes,
        long responseBytes,
        long wheelBytes,
        Duration timeLimit,
        Map<String, Integer> httpStatus,
        Map<String, Optional<Severity>> rules,
        Map<String, String> sources) {

    /** Name of the profile used when none is chosen. */
    public static final String DEFAULT_NAME = "documented-2025";

    private static final String CHANGED = "*";

    public ServiceProfile {
        httpStatus = Map.copyOf(httpStatus);
        rules = Map.copyOf(rules);
        sources = Map.copyOf(sources);
    }

    /** HTTP status of an answer that carries this status and these errors. */
    public int httpStatus(Status status, List<ErrorEntry> errors) {
        boolean thrown = !errors.isEmpty() && errors.getFirst().name().equals("UserThrown");
        String key = status == Status.BAD_REQUEST && thrown ? "UserThrown" : status.wireName();
        return httpStatus.getOrDefault(key, 500);
    }

    /** Severity of a check rule; empty when the rule does not hold under this profile. @param usual where it says nothing */
    public Optional<Severity> severity(String rule, Severity usual) {
        return rules.getOrDefault(rule, Optional.of(usual));
    }

    /** Where a value comes from. @param key such as {@code requestBytes}, {@code Timeout} or {@code default-value} */
    public Optional<String> source(String key) {
        return Optional.ofNullable(sources.get(key));
    }

    /** With another largest request, in bytes. */
    public ServiceProfile withRequestBytes(long bytes) {
        return changed(bytes, responseBytes, wheelBytes, timeLimit, httpStatus, rules);
    }

    /** With another largest result, in bytes. */
    public ServiceProfile withResponseBytes(long bytes) {
        return changed(requestBytes, bytes, wheelBytes, timeLimit, httpStatus, rules);
    }

    /** With another largest wheel, in bytes. */
    public ServiceProfile withWheelBytes(long bytes) {
        return changed(requestBytes, responseBytes, bytes, timeLimit, httpStatus, rules);
    }

    /** With another time limit. */
    public ServiceProfile withTimeLimit(Duration limit) {
        return changed(requestBytes, responseBytes, wheelBytes, limit, httpStatus, rules);
    }

    /** With another HTTP status for one outcome. @param key one of the keys of {@link #httpStatus()} */
    public ServiceProfile withHttpStatus(String key, int status) {
        Map<String, Integer> statuses = new HashMap<>(httpStatus);
        statuses.put(key, status);
        return changed(requestBytes, responseBytes, wheelBytes, timeLimit, statuses, rules);
    }

    /** With another severity of a check rule. @param severity empty to drop the rule */
    public ServiceProfile withRule(String rule, Optional<Severity> severity) {
        Map<String, Optional<Severity>> severities = new HashMap<>(rules);
        severities.put(rule, severity);
        return changed(requestBytes, responseBytes, wheelBytes, timeLimit, httpStatus, severities);
    }

    private ServiceProfile changed(
            long request,
            long response,
            long wheel,
            Duration time,
            Map<String, Integer> statuses,
            Map<String, Optional<Severity>> severities) {
        String marked = name.endsWith(CHANGED) ? name : name + CHANGED;
        return new ServiceProfile(
                marked, date, document, request, response, wheel, time, statuses, severities, sources);
    }
}
