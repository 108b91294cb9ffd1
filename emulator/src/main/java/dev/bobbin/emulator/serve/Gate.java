package dev.bobbin.emulator.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides who may call: a functions endpoint on a developer's machine must not be open to every web page they visit. */
final class Gate {

    private final boolean loopback;
    private final Set<String> origins;
    private final @Nullable String token;

    Gate(EndpointSettings settings) {
        InetAddress address = settings.address();
        this.loopback = address.isLoopbackAddress();
        this.origins = settings.origins();
        this.token = settings.token();
    }

    /** @throws Problem when this request is not let in */
    void check(HttpExchange exchange) throws Problem {
        Headers headers = exchange.getRequestHeaders();
        @Nullable String host = host(exchange);
        if (loopback && host != null && !isLocal(host)) {
            // A web site may let its own name point at this machine to get past the rule on origins.
            throw new Problem(403, "Forbidden", "This endpoint answers to localhost only, not to '" + host + "'.");
        }
        @Nullable String origin = headers.getFirst("Origin");
        if (origin != null && !allows(origin)) {
            throw new Problem(
                    403,
                    "Forbidden",
                    "Web pages of " + origin + " may not call this endpoint. To let them, serve with --cors " + origin
                            + ".");
        }
        if (token != null && !exchange.getRequestMethod().equals("OPTIONS")) {
            checkToken(headers, token);
        }
    }

    /**
     * The host that is asked for: that of an address in the request line, else of the header, of which there is one (RFC 9112,
     * section 3.2).
     */
    private static @Nullable String host(HttpExchange exchange) throws Problem {
        List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        if (hosts.size() > 1 || (hosts.isEmpty() && exchange.getProtocol().equals("HTTP/1.1"))) {
            throw new Problem(400, "BadRequest", "A request names its host once, in the header Host.");
        }
        @Nullable String asked = exchange.getRequestURI().getRawAuthority();
        return asked == null && !hosts.isEmpty() ? hosts.getFirst() : asked;
    }

    /** Lets the page that asked read the answer, when its origin is one of those the user named. */
    void allowOrigin(HttpExchange exchange) {
        @Nullable String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null && allows(origin)) {
            Headers answer = exchange.getResponseHeaders();
            answer.set("Access-Control-Allow-Origin", origin);
            answer.set("Access-Control-Expose-Headers", "x-ms-invocation-id, x-fabric-udf-status");
            answer.set("Vary", "Origin");
        }
    }

    private boolean allows(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }

    /** An address of this computer's loopback in digits, or its usual name: no name that somebody else can point here. */
    private static boolean isLocal(String host) {
        try {
            @Nullable String name = new URI("http://" + host).getHost();
            return name != null
                    && (name.equalsIgnoreCase("localhost")
                            || InetAddress.ofLiteral(name).isLoopbackAddress());
        } catch (URISyntaxException | IllegalArgumentException _) {
            return false;
        }
    }

    private static void checkToken(Headers headers, String token) throws Problem {
        @Nullable String given = headers.getFirst("Authorization");
        String scheme = "bearer ";
        if (given == null || !given.regionMatches(true, 0, scheme, 0, scheme.length())) {
            throw new Problem(
                    401, "Unauthorized", "This endpoint wants a token: send the header Authorization: Bearer <token>.");
        }
        // Takes the same time however much of the token is right.
        if (!MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8),
                given.substring(scheme.length()).strip().getBytes(StandardCharsets.UTF_8))) {
            throw new Problem(401, "Unauthorized", "The token is not the one this endpoint was started with.");
        }
    }
}
