package dev.bobbin.emulator.standin.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The difference between two texts, line by line. */
final class TextDiff {

    private static final long LONGEST_BYTES = 256 * 1024;
    private static final int MOST_LINES = 2_000;
    private static final int CONTEXT_LINES = 3;
    private static final int FILE_NAME_LINES = 2;

    private TextDiff() {}

    /**
     * The difference as {@code diff -u} writes it, without the names of the files; empty when one of the files is no text
     * in UTF-8, or longer than 256 KB or 2,000 lines.
     *
     * @param before null stands for an empty file, as does {@code after}
     */
    static Optional<String> of(@Nullable Path before, @Nullable Path after) throws IOException {
        Optional<List<String>> was = lines(before);
        Optional<List<String>> is = lines(after);
        if (was.isEmpty() || is.isEmpty()) {
            return Optional.empty();
        }
        List<String> unified = UnifiedDiffUtils.generateUnifiedDiff(
                "", "", was.get(), DiffUtils.diff(was.get(), is.get()), CONTEXT_LINES);
        return Optional.of(
                String.join("\n", unified.subList(Math.min(FILE_NAME_LINES, unified.size()), unified.size())));
    }

    private static Optional<List<String>> lines(@Nullable Path file) throws IOException {
        if (file == null) {
            return Optional.of(List.of());
        }
        if (Files.isSymbolicLink(file) || Files.size(file) > LONGEST_BYTES) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            List<String> lines = text.lines().toList();
            return text.indexOf('\0') >= 0 || lines.size() > MOST_LINES ? Optional.empty() : Optional.of(lines);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
