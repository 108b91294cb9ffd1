package dev.bobbin.emulator.serve;

import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint behaves.
 *
 * @param address where it listens; loopback unless the user asked for more in so many words
 * @param port 0 to 65535; 0 takes a free one
 * @param timeLimit ends a call; null means the profile's limit
 * @param token callers must send it as a bearer token; null lets everyone call
 * @param origins web origins whose pages may call, such as {@code https://example.com}; {@code *} means all
 * @param user the executing user of requests that name none
 */
public record EndpointSettings(
        InetAddress address,
        int port,
        ServiceProfile profile,
        @Nullable Duration timeLimit,
        @Nullable String token,
        Set<String> origins,
        ExecutingUser user) {

    /** The port that the functions tools of the service use on a developer's machine. */
    public static final int USUAL_PORT = 7071;

    public EndpointSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port + ".");
        }
        if (token != null && token.isBlank()) {
            throw new IllegalArgumentException("A token must not be empty: everybody knows that one.");
        }
        origins = Set.copyOf(origins);
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
                ExecutingUser.LOCAL);
    }

    /** The same under another profile and for another user. */
    public EndpointSettings with(ServiceProfile newProfile, ExecutingUser newUser) {
        return new EndpointSettings(address, port, newProfile, timeLimit, token, origins, newUser);
    }
}
