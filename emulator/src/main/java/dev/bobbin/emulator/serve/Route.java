package dev.bobbin.emulator.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a path names. Source: contract, section 3.3 (URLs of the service and of a function on a developer's machine). */
sealed interface Route {

    /** {@code /v1/workspaces/…/userDataFunctions/…/functions/{name}/invoke}: the service's own. */
    record Invoke(String function) implements Route {}

    /** {@code /api/{name}}: the short form of the functions tools. */
    record ShortForm(String function) implements Route {}

    /** What Bobbin adds: the functions in plain words at {@code /}, their OpenAPI at {@code /openapi.json} and {@code .yaml}. */
    record Document(String name) implements Route {}

    /** Anything else. */
    record Unknown() implements Route {}

    /** The route of a path as it was sent, without its query. */
    static Route of(String rawPath) {
        List<String> parts = List.of(rawPath.split("/", -1));
        if (parts.size() == 9
                && parts.get(1).equals("v1")
                && parts.get(2).equals("workspaces")
                && parts.get(4).equalsIgnoreCase("userDataFunctions")
                && parts.get(6).equals("functions")
                && parts.get(8).equals("invoke")
                && !parts.get(3).isEmpty()
                && !parts.get(5).isEmpty()) {
            return new Invoke(decoded(parts.get(7)));
        }
        if (parts.size() == 3 && parts.get(1).equals("api") && !parts.get(2).isEmpty()) {
            return new ShortForm(decoded(parts.get(2)));
        }
        return switch (rawPath) {
            case "/", "/openapi.json", "/openapi.yaml" -> new Document(rawPath.substring(1));
            default -> new Unknown();
        };
    }

    private static String decoded(String part) {
        // A plus sign is itself in a path.
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
