package dev.bobbin.emulator.standin.variables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.WholeFile;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The value set of a library that all runs see. It belongs to the workspace, as in Fabric, not to the library's files. */
public final class ActiveValueSet {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELD = "activeValueSet";

    private ActiveValueSet() {}

    /**
     * The active value set; empty for the default values.
     *
     * @throws IOException when it cannot be read; the message is in plain words
     */
    public static Optional<String> read(Workspace workspace, StandIn.Variables library) throws IOException {
        Path file = workspace.stateOf(library);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(file.toFile()).path(FIELD).asText(""))
                    .filter(name -> !name.isEmpty());
        } catch (JsonProcessingException e) {
            throw PlainException.of("json.file", file, JsonFault.words(e)).because(e);
        }
    }

    /**
     * Makes a value set the active one.
     *
     * @param valueSet empty for the default values
     * @throws IOException when the library has no such value set, or nothing can be written
     */
    public static void write(Workspace workspace, StandIn.Variables library, Optional<String> valueSet)
            throws IOException {
        VariableLibrary.read(library).values(valueSet);
        String text = JSON.createObjectNode().put(FIELD, valueSet.orElse("")).toPrettyString();
        WholeFile.write(workspace.stateOf(library), text + "\n");
    }
}
