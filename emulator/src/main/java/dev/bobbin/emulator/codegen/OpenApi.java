package dev.bobbin.emulator.codegen;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI 3.0 document of an item, made from its source. Its shape follows the one that the SDK makes of a published
 * item (contract, section 1.2): one path {@code /{name}/invoke} a function, bearer tokens, the service's responses.
 */
public final class OpenApi {

    /** Numbers are written without exponents: readers of YAML 1.1 take {@code 1E+6} for a text. */
    private static final ObjectMapper JSON = plainNumbers(new ObjectMapper());

    private static final ObjectMapper YAML = plainNumbers(new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build()));

    private final ObjectNode document;

    private static ObjectMapper plainNumbers(ObjectMapper mapper) {
        return mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    private OpenApi(ObjectNode document) {
        this.document = document;
    }

    /**
     * The document of an item.
     *
     * @param functions what stands before {@code /{name}/invoke}; null means the published item's address, with
     *     variables for what is not known before it is published
     */
    public static OpenApi of(ItemApi api, @Nullable URI functions) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("openapi", "3.0.3");
        root.putObject("info")
                .put("title", api.item().displayName())
                .put("version", "1.0.0")
                .put(
                        "description",
                        "User data functions of the item " + api.item().displayName() + ".");
        ArrayNode servers = root.putArray("servers");
        if (functions == null) {
            publishedServer(servers.addObject());
        } else {
            servers.addObject().put("url", functions.toString());
        }
        root.putArray("security").addObject().putArray("bearerAuth");
        ObjectNode paths = root.putObject("paths");
        ObjectNode components = root.putObject("components");
        ObjectNode schemas = components.putObject("schemas");
        for (FunctionSignature function : api.functions()) {
            DocString text = DocString.of(function.description());
            schemas.set(Schemas.key(function) + "Request", request(function, text));
            if (!function.streaming()) {
                schemas.set(
                        Schemas.key(function) + "Response",
                        Responses.envelope(Schemas.ofResult(function.returnText())));
            }
            paths.putObject("/" + function.name() + "/invoke").set("post", operation(api, function, text));
        }
        Responses.addSchemas(schemas);
        components
                .putObject("securitySchemes")
                .putObject("bearerAuth")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        return new OpenApi(root);
    }

    /** The document as JSON text. */
    public String json() {
        return write(JSON) + "\n";
    }

    /** The document as YAML text. */
    public String yaml() {
        return write(YAML);
    }

    private String write(ObjectMapper mapper) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Writing to a string failed.", e);
        }
    }

    /** Source: contract, section 3.3. The host's name is made of the workspace's id and of a zone nobody can guess. */
    private static void publishedServer(ObjectNode server) {
        server.put("url", "https://{host}/v1/workspaces/{workspaceId}/userDataFunctions/{itemId}/functions");
        server.put("description", "The published item; its address is shown by Copy public URL in the portal.");
        ObjectNode variables = server.putObject("variables");
        variables.putObject("host").put("default", "your-workspace.z00.userdatafunctions.fabric.microsoft.com");
        variables.putObject("workspaceId").put("default", ItemApi.UNKNOWN_ID);
        variables.putObject("itemId").put("default", ItemApi.UNKNOWN_ID);
    }

    private static ObjectNode operation(ItemApi api, FunctionSignature function, DocString text) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("operationId", function.name());
        operation.put("summary", text.summary().isEmpty() ? "Calls " + function.name() : text.summary());
        if (!text.description().isEmpty()) {
            operation.put("description", text.description());
        }
        ObjectNode body = operation.putObject("requestBody");
        body.put("required", true);
        ObjectNode media = body.putObject("content").putObject("application/json");
        media.putObject("schema").put("$ref", "#/components/schemas/" + Schemas.key(function) + "Request");
        media.set("example", SampleValues.of(function));
        operation.set("responses", Responses.of(api.profile(), function));
        return operation;
    }

    private static ObjectNode request(FunctionSignature function, DocString text) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (Parameter parameter : function.parameters()) {
            String description = text.parameters().getOrDefault(parameter.name(), "");
            properties.set(parameter.name(), Schemas.of(parameter, description));
            if (parameter.defaultText() == null) {
                required.add(parameter.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }
}
