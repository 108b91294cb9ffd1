package dev.bobbin.emulator.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.EnvelopeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes answers. */
final class Answer {

    /** The JDK's server takes 0 for "length unknown" and -1 for "no body". */
    private static final long UNKNOWN_LENGTH = 0;

    private static final long NO_BODY = -1;

    /** Longer answers are not put together in memory once more. */
    private static final int SMALL = 64 * 1024;

    private static final String JSON_TYPE = "application/json; charset=utf-8";
    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    private Answer() {}

    /** The envelope, with the headers the functions host sends. Source: contract, section 3.2. */
    static void envelope(HttpExchange exchange, InvocationResult.Answered answered, Patience patience)
            throws IOException {
        var envelope = answered.envelope();
        setHeaders(exchange, envelope);
        Content content = json -> EnvelopeWriter.write(envelope, json);
        if (envelope.outputJson().length() <= SMALL) {
            json(exchange, answered.httpStatus(), content);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", JSON_TYPE);
        exchange.sendResponseHeaders(answered.httpStatus(), UNKNOWN_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(new PatientOutput(exchange.getResponseBody(), patience))) {
            content.write(json);
        }
    }

    /** A result that is a table, without an envelope. Source: contract, section 2.2. */
    static void table(HttpExchange exchange, InvocationResult.Answered answered, byte[] table, Patience patience)
            throws IOException {
        setHeaders(exchange, answered.envelope());
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(answered.httpStatus(), table.length);
        try (OutputStream out = new PatientOutput(exchange.getResponseBody(), patience)) {
            out.write(table);
        }
    }

    private static void setHeaders(HttpExchange exchange, Envelope envelope) {
        exchange.getResponseHeaders().set(CallerHeaders.INVOCATION_ID, envelope.invocationId());
        exchange.getResponseHeaders()
                .set(CallerHeaders.STATUS, envelope.status().wireName());
    }

    /** The reason why nothing was called. */
    static void problem(HttpExchange exchange, Problem problem) throws IOException {
        if (problem.httpStatus() == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        }
        if (problem.httpStatus() == 503) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        json(exchange, problem.httpStatus(), json -> {
            json.writeStartObject();
            json.writeStringField("requestId", CallerHeaders.invocationId(exchange.getRequestHeaders()));
            json.writeStringField("errorCode", problem.errorCode());
            json.writeStringField("message", problem.text());
            json.writeEndObject();
        });
    }

    /** No body at all. */
    static void empty(HttpExchange exchange, int httpStatus) throws IOException {
        exchange.sendResponseHeaders(httpStatus, NO_BODY);
    }

    /** A text, which must not be empty. */
    static void text(HttpExchange exchange, String contentType, String text) throws IOException {
        send(exchange, 200, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void json(HttpExchange exchange, int httpStatus, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            content.write(json);
        }
        send(exchange, httpStatus, JSON_TYPE, bytes.toByteArray());
    }

    private static void send(HttpExchange exchange, int httpStatus, String contentType, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        if (exchange.getRequestMethod().equals("HEAD")) {
            empty(exchange, httpStatus);
            return;
        }
        exchange.sendResponseHeaders(httpStatus, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Writes one JSON value. */
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }
}
