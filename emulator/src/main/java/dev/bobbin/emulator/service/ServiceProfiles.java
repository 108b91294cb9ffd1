package dev.bobbin.emulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.message.RefusedValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The profiles that come with Bobbin, read from {@code profiles/*.json}. */
public final class ServiceProfiles {

    private static final List<String> NAMES = List.of(ServiceProfile.DEFAULT_NAME, "service-2026");
    private static final List<ServiceProfile> ALL =
            NAMES.stream().map(ServiceProfiles::read).toList();

    private static final String SEPARATOR = ", ";

    private ServiceProfiles() {}

    /** All profiles, the default first. */
    public static List<ServiceProfile> all() {
        return ALL;
    }

    /** The profile used when none is chosen. */
    public static ServiceProfile standard() {
        return ALL.getFirst();
    }

    /** The profile of that name; of one with changed values, as a run's record may name it, the one it was made from. */
    public static Optional<ServiceProfile> named(String name) {
        String original = original(name);
        return ALL.stream().filter(profile -> profile.name().equals(original)).findFirst();
    }

    /**
     * The profile of that name.
     *
     * @throws RefusedValueException when there is none
     */
    public static ServiceProfile require(String name) {
        return named(name)
                .orElseThrow(() -> RefusedValueException.of(
                        "profile.unknown",
                        name,
                        ALL.stream().map(ServiceProfile::name).collect(Collectors.joining(", "))));
    }

    /** A profile with its changed values as a text for records: {@code service-2026, timeSeconds=5}. */
    public static String describe(ServiceProfile profile) {
        List<String> parts = new ArrayList<>(List.of(original(profile.name())));
        parts.addAll(ProfileChange.of(profile));
        return String.join(SEPARATOR, parts);
    }

    /**
     * The profile that {@link #describe} gave that text for.
     *
     * @throws IllegalArgumentException when there is no such profile or value; its message is a sentence for the user
     */
    public static ServiceProfile described(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        ServiceProfile profile = require(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            profile = ProfileChange.apply(profile, parts[i]);
        }
        return profile;
    }

    private static String original(String name) {
        return name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
    }

    private static ServiceProfile read(String name) {
        String resource = "/profiles/" + name + ".json";
        try (InputStream in = ServiceProfiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing.");
            }
            return profile(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceProfile profile(JsonNode json) {
        Map<String, String> sources = new HashMap<>();
        JsonNode limits = json.required("limits");
        Map<String, Integer> httpStatus = new HashMap<>();
        Map<String, Optional<Severity>> rules = new HashMap<>();
        for (String part : List.of("limits", "httpStatus", "rules")) {
            json.required(part)
                    .properties()
                    .forEach(entry -> sources.put(
                            entry.getKey(), entry.getValue().required("source").textValue()));
        }
        json.required("httpStatus")
                .properties()
                .forEach(entry -> httpStatus.put(
                        entry.getKey(), entry.getValue().required("value").intValue()));
        json.required("rules")
                .properties()
                .forEach(entry -> rules.put(
                        entry.getKey(),
                        ProfileChange.severity(
                                entry.getValue().required("value").textValue())));
        return new ServiceProfile(
                json.required("name").textValue(),
                json.required("date").textValue(),
                json.required("document").textValue(),
                number(limits, "requestBytes"),
                number(limits, "responseBytes"),
                number(limits, "wheelBytes"),
                Duration.ofSeconds(number(limits, "timeLimitSeconds")),
                httpStatus,
                rules,
                sources);
    }

    private static long number(JsonNode limits, String key) {
        return limits.required(key).required("value").longValue();
    }
}
