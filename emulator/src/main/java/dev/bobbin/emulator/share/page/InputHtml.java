package dev.bobbin.emulator.share.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a function was called with: a line for each value sent, and for each parameter that got its default. */
final class InputHtml {

    private final Html html;
    private final JsonHtml json;

    InputHtml(Html html) {
        this.html = html;
        this.json = new JsonHtml(html);
    }

    /** @param function as the code of the run declares it, if it does */
    void add(String body, Optional<FunctionSignature> function) {
        List<Parameter> parameters = function.map(FunctionSignature::parameters).orElse(List.of());
        Optional<JsonNode> sent = JsonHtml.read(body);
        if (sent.isEmpty() || !(sent.get() instanceof ObjectNode values)) {
            html.section(html.words("page.input"));
            json.add(body);
            html.endSection();
        } else if (!values.isEmpty() || !parameters.isEmpty()) {
            table(values, parameters);
        }
    }

    private void table(ObjectNode values, List<Parameter> parameters) {
        Map<String, Parameter> known =
                parameters.stream().collect(Collectors.toMap(Parameter::name, Function.identity(), (_, last) -> last));
        html.section(html.words("page.input"))
                .table(List.of(
                        html.words("page.input.name"), html.words("page.input.type"), html.words("page.input.value")));
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            Parameter parameter = known.get(value.getKey());
            row(value.getKey(), parameter == null ? html.words("page.input.unknown") : parameter.typeText());
            value(value.getValue());
            html.markup("</td></tr>");
        }
        for (Parameter parameter : parameters) {
            if (!values.has(parameter.name())) {
                row(parameter.name(), parameter.typeText());
                String given = parameter.defaultText();
                html.element(
                                "i",
                                given == null
                                        ? html.words("page.input.left-out")
                                        : html.words("page.input.default", given))
                        .markup("</td></tr>");
            }
        }
        html.endTable().endSection();
    }

    private void row(String name, String type) {
        html.markup("<tr>").element("th", name).element("td", type).markup("<td>");
    }

    private void value(JsonNode value) {
        if (value.isContainerNode() && !value.isEmpty()) {
            json.add(value);
        } else if (value.isTextual() && value.asText().isEmpty()) {
            html.element("i", html.words("page.empty"));
        } else if (value.isNull()) {
            html.element("i", "null");
        } else {
            html.text(JsonHtml.words(value));
        }
    }
}
