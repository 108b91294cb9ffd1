package dev.bobbin.emulator.standin.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A difference as the end of a run left it: a line of {@code changes.jsonl}. Shows the change later, and tells whether
 * somebody has changed the file again.
 *
 * @param modified when the file was changed, in nanoseconds since 1970; 0 when it is not there
 */
record SealedChange(
        String place,
        Change.Kind kind,
        boolean folder,
        OptionalLong sizeBefore,
        OptionalLong sizeAfter,
        long modified,
        @Nullable String diff) {

    private static final long NANOS_A_SECOND = 1_000_000_000;
    private static final String FILES = "Files/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param withDiff whether to compare texts line by line */
    static SealedChange of(Difference difference, boolean withDiff) throws IOException {
        @Nullable Path after = difference.after();
        return new SealedChange(
                difference.place(),
                difference.kind(),
                difference.folder(),
                size(difference.before()),
                size(after),
                after == null
                        ? 0
                        : Files.getLastModifiedTime(after, LinkOption.NOFOLLOW_LINKS)
                                .to(TimeUnit.NANOSECONDS),
                withDiff && !difference.folder()
                        ? TextDiff.of(difference.before(), after).orElse(null)
                        : null);
    }

    private static OptionalLong size(@Nullable Path file) throws IOException {
        return file == null
                ? OptionalLong.empty()
                : OptionalLong.of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .size());
    }

    /** Whether this is the same change, however it is shown. */
    boolean isSameAs(SealedChange other) {
        return place.equals(other.place)
                && kind == other.kind
                && folder == other.folder
                && isSameTime(modified, other.modified)
                && sizeAfter.equals(other.sizeAfter);
    }

    /** A copy that the embedded Python made, and an undo brought back, has its time in whole seconds. */
    private static boolean isSameTime(long nanos, long other) {
        boolean isWhole = nanos % NANOS_A_SECOND == 0 || other % NANOS_A_SECOND == 0;
        return nanos == other || isWhole && nanos / NANOS_A_SECOND == other / NANOS_A_SECOND;
    }

    /** Whether somebody wants to see it: the folders that metadata lie in are Bobbin's own matter. */
    boolean isOfInterest() {
        return !folder || !place.startsWith("Properties");
    }

    Change.File shown(String standIn) {
        String path = place.startsWith(FILES) ? LocalNames.service(place.substring(FILES.length())) : place;
        return new Change.File(standIn, folder ? path + "/" : path, kind, sizeBefore, sizeAfter, diff);
    }

    String toJson() {
        ObjectNode json = JSON.createObjectNode()
                .put("place", place)
                .put("kind", kind.name())
                .put("folder", folder)
                .put("modified", modified);
        sizeBefore.ifPresent(size -> json.put("before", size));
        sizeAfter.ifPresent(size -> json.put("after", size));
        if (diff != null) {
            json.put("diff", diff);
        }
        return json.toString();
    }

    static SealedChange fromJson(String line) throws IOException {
        JsonNode json = JSON.readTree(line);
        return new SealedChange(
                json.path("place").asText(),
                Change.Kind.valueOf(json.path("kind").asText()),
                json.path("folder").asBoolean(),
                number(json.path("before")),
                number(json.path("after")),
                json.path("modified").asLong(),
                json.path("diff").textValue());
    }

    private static OptionalLong number(JsonNode json) {
        return json.isNumber() ? OptionalLong.of(json.asLong()) : OptionalLong.empty();
    }
}
