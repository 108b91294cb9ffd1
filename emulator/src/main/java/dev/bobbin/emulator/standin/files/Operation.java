package dev.bobbin.emulator.standin.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a run did to the files of a lakehouse, as {@code _history.py} recorded it before it was done. Places are
 * relative to the lakehouse's folder, with slashes; what was there before lies in {@code kept} by a number.
 */
sealed interface Operation {

    /** A file appeared at a place. @param kept the file that was there */
    record Put(String place, Optional<Path> kept) implements Operation {}

    /** A file or folder was moved. @param kept the file that was at the target */
    record Move(String place, String target, Optional<Path> kept) implements Operation {}

    /** A file or folder was taken away. @param kept what was there; it may be missing when that did not succeed */
    record Delete(String place, Path kept) implements Operation {}

    /** A folder was made, and those above it. */
    record MakeFolder(String place) implements Operation {}

    /**
     * Reads the operations of a run, in order.
     *
     * @param history the run's folder
     * @throws IOException when the record cannot be read
     */
    static List<Operation> read(Path history) throws IOException {
        Path record = history.resolve("files.jsonl");
        if (!Files.exists(record)) {
            return List.of();
        }
        ObjectMapper json = new ObjectMapper();
        Path kept = history.resolve("kept");
        List<Operation> operations = new ArrayList<>();
        for (String line : Files.readAllLines(record)) {
            JsonNode entry = json.readTree(line);
            if (entry.path("op").asText().equals("failed")) {
                operations.removeLast();
                continue;
            }
            String place = entry.path("place").asText();
            Optional<Path> before = Optional.ofNullable(entry.path("kept").textValue())
                    .map(kept::resolve)
                    .filter(Files::exists);
            operations.add(
                    switch (entry.path("op").asText()) {
                        case "put" -> new Put(place, before);
                        case "move" -> new Move(place, entry.path("target").asText(), before);
                        case "delete" ->
                            new Delete(place, kept.resolve(entry.path("kept").asText()));
                        case "folder" -> new MakeFolder(place);
                        default -> throw PlainException.of("lakehouse.record", record, line);
                    });
        }
        return operations;
    }
}
