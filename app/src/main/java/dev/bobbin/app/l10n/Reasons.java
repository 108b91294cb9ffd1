package dev.bobbin.app.l10n;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.item.NotWritableException;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.message.RefusedValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Why something failed, in words for a message. */
public final class Reasons {

    /** What Linux and macOS, and Windows, say of a disk that is full. */
    private static final List<String> DISK_FULL =
            List.of("No space left on device", "There is not enough space on the disk");

    private Reasons() {}

    /** The exception's own words when they are meant for users, which those about files are; never the name of its class. */
    public static String of(Exception e) {
        if (e instanceof PlainException plain) {
            return text(plain.said());
        }
        if (e instanceof RefusedValueException refused) {
            return text(refused.said());
        }
        if (e instanceof UncheckedIOException && e.getCause() instanceof IOException wrapped) {
            return of(wrapped);
        }
        if (e instanceof CharacterCodingException) {
            return text("reason.notText");
        }
        if (e instanceof JsonProcessingException fault) {
            JsonLocation place = fault.getLocation();
            return JsonFault.isTooLarge(fault) || place == null
                    ? text("reason.json.tooLarge")
                    : text("reason.json", place.getLineNr(), place.getColumnNr());
        }
        if (e instanceof NotWritableException not) {
            return text(
                    switch (not.obstacle()) {
                        case FILE -> "reason.protected";
                        case FOLDER -> "reason.folderProtected";
                        case IS_FOLDER -> "reason.isFolder";
                    },
                    not.place());
        }
        if (isDiskFull(e)) {
            return text("reason.diskFull");
        }
        if (e instanceof FileSystemException about && about.getReason() == null && about.getFile() != null) {
            return text(
                    switch (about) {
                        case NoSuchFileException _ -> "reason.gone";
                        case AccessDeniedException _ -> "reason.denied";
                        case FileAlreadyExistsException _, DirectoryNotEmptyException _ -> "reason.taken";
                        default -> "reason.file";
                    },
                    about.getFile());
        }
        String message = e.getMessage();
        return e instanceof IOException && message != null ? message : unforeseen(e);
    }

    /** What a fault of the program itself says is for its makers: they find it, with all else, in the log. */
    private static String unforeseen(Exception e) {
        System.getLogger(Reasons.class.getName()).log(System.Logger.Level.WARNING, "failed unforeseen", e);
        return switch (e) {
            case IndexOutOfBoundsException _, NullPointerException _, ClassCastException _ -> text("reason.unforeseen");
            default -> {
                String message = e.getMessage();
                yield message == null ? text("reason.unforeseen") : text("reason.unforeseen.said", message);
            }
        };
    }

    /** Nothing but the system's own words tells. */
    private static boolean isDiskFull(Exception e) {
        return e instanceof IOException && DISK_FULL.stream().anyMatch(String.valueOf(e.getMessage())::contains);
    }
}
