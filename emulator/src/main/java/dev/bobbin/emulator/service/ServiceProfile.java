package dev.bobbin.emulator.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything the service's documents of one date say about limits and HTTP, as data read from {@code profiles/*.json}.
 *
 * @param name such as {@code documented-2025}
 * @param document the documents this profile follows
 * @param requestBytes largest request body, in bytes
 * @param responseBytes largest result, in bytes
 * @param wheelBytes largest private wheel, in bytes
 * @param httpStatus HTTP status for each {@link Status}, by wire name; {@code UserThrown}, {@code RequestTooLarge} and
 *     {@code InternalFailure} name the special cases
 * @param droppedRules ids of check rules that older documents state and these no longer hold
 */
public record ServiceProfile(
        String name,
        String document,
        long requestBytes,
        long responseBytes,
        long wheelBytes,
        Duration timeLimit,
        Map<String, Integer> httpStatus,
        Set<String> droppedRules) {

    /** Name of the profile used when none is chosen. */
    public static final String DEFAULT_NAME = "documented-2025";

    public ServiceProfile {
        httpStatus = Map.copyOf(httpStatus);
        droppedRules = Set.copyOf(droppedRules);
    }

    /** HTTP status of an answer that carries this status and these errors. */
    public int httpStatus(Status status, List<ErrorEntry> errors) {
        boolean thrown = !errors.isEmpty() && errors.getFirst().name().equals("UserThrown");
        String key = status == Status.BAD_REQUEST && thrown ? "UserThrown" : status.wireName();
        return httpStatus.getOrDefault(key, 500);
    }
}
