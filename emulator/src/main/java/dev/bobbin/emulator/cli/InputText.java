package dev.bobbin.emulator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the value of an option {@code --input}: text as it is, a file behind {@code @}, or standard input for {@code -}. */
final class InputText {

    private InputText() {}

    /** @throws IOException when the file cannot be read */
    static String read(String input) throws IOException {
        if (input.equals("-")) {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return input.startsWith("@") ? Files.readString(Path.of(input.substring(1))) : input;
    }
}
