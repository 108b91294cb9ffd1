package dev.bobbin.emulator.item;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of an item cannot be written because of what is there; its message is a sentence for the user. */
public final class NotWritableException extends IOException {

    private static final long serialVersionUID = 1;

    /** What is in the way. */
    public enum Obstacle {
        /** The file is write-protected, or another program holds it. */
        FILE,
        /** Nothing can be written into the folder. */
        FOLDER,
        /** There is a folder of the file's name. */
        IS_FOLDER
    }

    private final Obstacle obstacle;
    private final String place;

    /** @param place the file, or the folder it is to be in @param cause null when the system was not even asked */
    NotWritableException(Obstacle obstacle, Path file, Path place, @Nullable Throwable cause) {
        super(file.getFileName() + " cannot be saved: " + words(obstacle, place), cause);
        this.obstacle = obstacle;
        this.place = place.toString();
    }

    /** What is in the way. */
    public Obstacle obstacle() {
        return obstacle;
    }

    /** Where. */
    public String place() {
        return place;
    }

    private static String words(Obstacle obstacle, Path place) {
        return switch (obstacle) {
            case FILE -> place + " is write-protected, or another program keeps it from being changed.";
            case FOLDER -> "nothing can be written into the folder " + place + ".";
            case IS_FOLDER -> place + " is a folder.";
        };
    }
}
