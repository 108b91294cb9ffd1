package dev.bobbin.emulator.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.bobbin.emulator.codegen.ItemApi;
import dev.bobbin.emulator.codegen.OpenApi;
import dev.bobbin.emulator.service.ServiceProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request of the endpoint from its first line to its answer. */
final class RequestHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private final Gate gate;
    private final Supplier<ServedCode> item;
    private final ServiceProfile profile;
    private final FunctionCalls calls;
    private final EndpointListener listener;

    RequestHandler(
            Gate gate,
            Supplier<ServedCode> item,
            ServiceProfile profile,
            FunctionCalls calls,
            EndpointListener listener) {
        this.gate = gate;
        this.item = item;
        this.profile = profile;
        this.calls = calls;
        this.listener = listener;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            try {
                gate.allowOrigin(exchange);
                gate.check(exchange);
                answer(exchange);
            } catch (Problem problem) {
                refuse(exchange, problem);
            } catch (RuntimeException failure) {
                LOG.error("A request could not be answered", failure);
                refuse(exchange, new Problem(500, "InternalError", "Bobbin failed: " + failure));
            }
        } catch (BrokenStream broken) {
            // Not closed here, which would end the stream properly: the server cuts the connection off instead.
            throw broken;
        } catch (IOException gone) {
            // The client has gone. The function has run to its end all the same, as it does in the service.
            LOG.debug("A client went away before it had its answer", gone);
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException, Problem {
        // The JDK's server takes any version and reads it as HTTP/1.1.
        if (!exchange.getProtocol().matches("HTTP/1\\.[01]")) {
            throw new Problem(505, "HttpVersionNotSupported", "This endpoint speaks HTTP/1.1.");
        }
        switch (Route.of(exchange.getRequestURI().getRawPath())) {
            case Route.Invoke(String function) -> call(exchange, function, 405);
            // The functions host knows a route only together with its method.
            case Route.ShortForm(String function) -> call(exchange, function, 404);
            case Route.Document(String name) -> document(exchange, name);
            case Route.Unknown _ ->
                throw new Problem(
                        404,
                        "NotFound",
                        "There is nothing here. Functions are called with POST /api/<name> or POST"
                                + " /v1/workspaces/<id>/userDataFunctions/<id>/functions/<name>/invoke.");
        }
    }

    private void call(HttpExchange exchange, String function, int wrongMethod) throws IOException, Problem {
        ServedCode code = item.get();
        String method = exchange.getRequestMethod();
        if (code.function(function).isEmpty()) {
            throw unknown(code, function);
        }
        if (method.equals("OPTIONS")) {
            preflight(exchange);
            return;
        }
        if (!method.equals("POST")) {
            if (wrongMethod == 405) {
                exchange.getResponseHeaders().set("Allow", "POST");
            }
            throw new Problem(
                    wrongMethod, "MethodNotAllowed", "Functions are called with POST, not with " + method + ".");
        }
        if (!code.tellsWhatIsPublic()) {
            throw new Problem(
                    503,
                    "DefinitionUnreadable",
                    "definition.json cannot be read or is gone, so nobody knows which functions may be called from outside."
                            + " Mend it, and call again.");
        }
        if (!code.isPublic(function)) {
            throw new Problem(
                    400,
                    "PublicEndpointDisabled",
                    "The function '" + function
                            + "' may not be called from outside: its isPublicEndpointEnabled is false"
                            + " in definition.json.");
        }
        calls.carryOut(exchange, code, function);
    }

    private static Problem unknown(ServedCode code, String function) {
        String hint = code.similar(function)
                .map(other -> " Names are case-sensitive: there is '" + other.name() + "'.")
                .orElse("");
        return new Problem(404, "FunctionNotFound", "There is no function '" + function + "' in this item." + hint);
    }

    /** The browser's question whether its page may call. Without an answer that says so, it does not. */
    private void preflight(HttpExchange exchange) throws IOException {
        if (exchange.getResponseHeaders().containsKey("Access-Control-Allow-Origin")) {
            exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "POST");
            exchange.getResponseHeaders()
                    .set("Access-Control-Allow-Headers", "authorization, content-type, x-ms-invocation-id");
            exchange.getResponseHeaders().set("Access-Control-Max-Age", "600");
        }
        Answer.empty(exchange, 204);
    }

    private void document(HttpExchange exchange, String name) throws IOException, Problem {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            throw new Problem(405, "MethodNotAllowed", "This page is only to be read.");
        }
        ServedCode code = item.get();
        String base = "http://" + hostOf(exchange);
        ItemApi api = new ItemApi(code.item(), code.outline(), profile);
        URI functions = URI.create(
                base + "/v1/workspaces/" + ItemApi.UNKNOWN_ID + "/userDataFunctions/" + api.itemId() + "/functions");
        switch (name) {
            case "openapi.json" ->
                Answer.text(
                        exchange,
                        "application/json; charset=utf-8",
                        OpenApi.of(api, functions).json());
            case "openapi.yaml" ->
                Answer.text(
                        exchange,
                        "application/yaml; charset=utf-8",
                        OpenApi.of(api, functions).yaml());
            default -> Answer.text(exchange, "text/plain; charset=utf-8", overview(api, base));
        }
    }

    private static String overview(ItemApi api, String base) {
        StringBuilder text = new StringBuilder(api.item().displayName() + ", served by Bobbin. Its functions:\n");
        api.functions()
                .forEach(function ->
                        text.append("\nPOST ").append(base).append("/api/").append(function.name()));
        return text.append("\n\nTheir OpenAPI: /openapi.json, /openapi.yaml\n").toString();
    }

    private static String hostOf(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && host.matches("[A-Za-z0-9.:\\[\\]-]+")
                ? host.toLowerCase(Locale.ROOT)
                : "localhost:" + exchange.getLocalAddress().getPort();
    }

    private void refuse(HttpExchange exchange, Problem problem) throws IOException {
        listener.refused(new EndpointListener.Refusal(
                Instant.now(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                problem.httpStatus(),
                problem.text()));
        calls.discardBody(exchange);
        Answer.problem(exchange, problem);
    }
}
