package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bobbin.emulator.item.JsonFault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** A reason why a command cannot do its work, in plain words. */
final class CliFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;

    CliFailure(String message) {
        super(message);
        this.text = message;
    }

    /** What to tell the user about any failure. */
    static String messageOf(Exception failure) {
        return switch (failure) {
            case CliFailure plain -> plain.text;
            case NoSuchFileException missing -> "There is no file or folder " + missing.getFile() + ".";
            case NotDirectoryException file -> file.getFile() + " is not a folder.";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written.";
            case JsonProcessingException fault -> "What was read " + JsonFault.words(fault) + ".";
            case IOException io -> String.valueOf(io.getMessage());
            default -> "Bobbin failed: " + failure;
        };
    }
}
