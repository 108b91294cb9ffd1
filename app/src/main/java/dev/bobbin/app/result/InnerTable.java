package dev.bobbin.app.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.bobbin.app.text.JsonLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table in a result that is more than a table, as of {@code {"count": 2, "rows": [{…}, {…}]}}.
 *
 * @param path of its list in the result, as {@link JsonPath} writes it
 */
record InnerTable(String path, ResultTable table) {

    /** Lists that are tried, the longest first: one of a result's largest parts is what there is to see. */
    private static final int MOST_TRIED = 8;

    /** A list of objects or lists, by its place in the text. */
    private record Candidate(String path, int start, int end) {

        int length() {
            return end - start;
        }
    }

    /** The table of the longest list of rows inside a result that is an object; empty when there is none. */
    static Optional<InnerTable> of(String json) {
        try (JsonParser parser = JsonLayout.JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            return candidates(parser).stream()
                    .sorted(Comparator.comparingInt(Candidate::length).reversed())
                    .limit(MOST_TRIED)
                    .flatMap(candidate -> ResultTable.of(json.substring(candidate.start(), candidate.end()))
                            .map(table -> new InnerTable(candidate.path(), table))
                            .stream())
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Lists inside such lists are cells of theirs, and not tables of their own. */
    private static List<Candidate> candidates(JsonParser parser) throws IOException {
        List<Candidate> found = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                String path = path(parser.getParsingContext());
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                found.add(new Candidate(
                        path, start, (int) parser.currentTokenLocation().getCharOffset() + 1));
            }
        }
        return found;
    }

    /** Where a list or object stands that only objects are around. */
    private static String path(JsonStreamContext context) {
        @Nullable JsonStreamContext around = context.getParent();
        return around == null || around.inRoot()
                ? JsonPath.ROOT
                : JsonPath.member(path(around), around.getCurrentName());
    }
}
