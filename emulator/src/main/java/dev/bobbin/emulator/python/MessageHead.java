package dev.bobbin.emulator.python;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * The part of a message that says where it belongs; the rest, which may be megabytes, is skipped.
 *
 * @param module 0 when the message names none
 * @param run 0 when the message names none
 */
record MessageHead(String type, int module, int run) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** The head of a message; its type is empty when the line is no message. */
    static MessageHead of(String line) {
        String type = "";
        int module = 0;
        int run = 0;
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new MessageHead("", 0, 0);
            }
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                parser.nextToken();
                switch (field) {
                    case "type" -> type = parser.getText();
                    case "module" -> module = parser.getValueAsInt();
                    case "run" -> run = parser.getValueAsInt();
                    default -> parser.skipChildren();
                }
            }
            return new MessageHead(type, module, run);
        } catch (IOException e) {
            return new MessageHead("", 0, 0);
        }
    }

    /** Whether a worker's message ends a run. Workers write the type first, so nothing else is read. */
    static boolean isResult(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && "type".equals(parser.nextFieldName())
                    && "result".equals(parser.nextTextValue());
        } catch (IOException e) {
            return false;
        }
    }
}
