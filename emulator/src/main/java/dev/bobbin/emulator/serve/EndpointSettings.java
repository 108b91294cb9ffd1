package dev.bobbin.emulator.serve;

import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint behaves.
 *
 * @param address where it listens; loopback unless the user asked for more in so many words
 * @param port 0 to 65535; 0 takes a free one
 * @param timeLimit ends a call; null means the profile's limit
 * @param token callers must send it as a bearer token, ASCII without blanks; null lets everyone call
 * @param origins web origins whose pages may call, such as {@code https://example.com}; {@code *} means all
 * @param user the executing user of requests that name none
 * @param circumstances of every call
 */
public record EndpointSettings(
        InetAddress address,
        int port,
        ServiceProfile profile,
        @Nullable Duration timeLimit,
        @Nullable String token,
        Set<String> origins,
        ExecutingUser user,
        Circumstances circumstances) {

    /** The port that the functions tools of the service use on a developer's machine. */
    public static final int USUAL_PORT = 7071;

    /** What a header can carry as it is (RFC 9110, section 5.5), without blanks. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    /**
     * @throws IllegalArgumentException when a value makes no sense; the message is in plain words
     */
    public EndpointSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port + ".");
        }
        if (token != null && token.isBlank()) {
            throw new IllegalArgumentException("A token must not be empty: everybody knows that one.");
        }
        if (token != null && !isToken(token)) {
            throw new IllegalArgumentException(
                    "A token consists of ASCII letters, digits and signs without blanks: nothing else arrives in a header.");
        }
        origins = origins.stream().map(EndpointSettings::origin).collect(Collectors.toUnmodifiableSet());
    }

    /** An origin as browsers spell it (RFC 6454, section 6.1): scheme and host in small letters, no path. */
    private static String origin(String text) {
        if (text.equals("*") || text.equals("null")) {
            return text;
        }
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String origin = lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
        try {
            URI uri = URI.create(origin);
            if (uri.getScheme() != null
                    && uri.getHost() != null
                    && String.valueOf(uri.getRawPath()).isEmpty()
                    && uri.getRawQuery() == null) {
                return origin;
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no web origin. One looks like https://example.com or http://localhost:3000.");
    }

    /** Loopback only, no token, no web pages, the standard profile. */
    public static EndpointSettings onLoopback(int port) {
        return new EndpointSettings(
                InetAddress.getLoopbackAddress(),
                port,
                ServiceProfiles.standard(),
                null,
                null,
                Set.of(),
                ExecutingUser.LOCAL,
                Circumstances.USUAL);
    }

    /** Whether a header can carry the text as a bearer token: ASCII without blanks. */
    public static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** The same for callers who send a token; null lets everyone call. */
    public EndpointSettings withToken(@Nullable String newToken) {
        return new EndpointSettings(address, port, profile, timeLimit, newToken, origins, user, circumstances);
    }

    /** The same under another profile and for another user. */
    public EndpointSettings with(ServiceProfile newProfile, ExecutingUser newUser) {
        return new EndpointSettings(address, port, newProfile, timeLimit, token, origins, newUser, circumstances);
    }
}
