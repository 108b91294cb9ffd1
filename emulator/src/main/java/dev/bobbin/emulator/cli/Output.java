package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.message.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Standard output and error of the commands, in UTF-8 whatever the platform's code page. */
final class Output {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Object WRITING = new Object();

    private static volatile OutputStream standard = new FileOutputStream(FileDescriptor.out);
    private static volatile PrintStream errors = inUtf8(new FileOutputStream(FileDescriptor.err));
    private static volatile boolean readerGone;

    private Output() {}

    private static PrintStream inUtf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Has the commands of this process print elsewhere from now on. */
    static void redirect(OutputStream newStandard, OutputStream newErrors) {
        standard = newStandard;
        errors = inUtf8(newErrors);
        readerGone = false;
    }

    /** Writes one JSON value. */
    @FunctionalInterface
    interface JsonContent {
        void writeTo(JsonGenerator out) throws IOException;
    }

    /**
     * Prints one JSON value as a line, whole or not at all, and flushes it.
     *
     * @param pretty over several lines, for people
     * @throws IOException when standard output cannot be written
     */
    static void json(boolean pretty, JsonContent content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.getFactory().createGenerator(bytes)) {
            if (pretty) {
                out.useDefaultPrettyPrinter();
            }
            content.writeTo(out);
        }
        bytes.write('\n');
        write(bytes.toByteArray());
    }

    /**
     * Prints a line of text, in plain characters: names and texts from files begin no line of their own.
     *
     * @throws IOException when standard output cannot be written
     */
    static void line(String text) throws IOException {
        document(PlainText.line(text));
    }

    /**
     * Prints a text of several lines, in plain characters.
     *
     * @throws IOException when standard output cannot be written
     */
    static void lines(String text) throws IOException {
        document(PlainText.lines(text));
    }

    /**
     * Prints a document as it is, such as code, which is for files and programs.
     *
     * @throws IOException when standard output cannot be written
     */
    static void document(String text) throws IOException {
        write((text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes to standard output. When whoever reads it has gone, as {@code head} does that has read enough, the rest is for
     * nobody; a command still does what it has to do and ends with its own exit code.
     *
     * @throws IOException when it cannot be written for another reason
     */
    private static void write(byte[] bytes) throws IOException {
        synchronized (WRITING) {
            if (readerGone) {
                return;
            }
            try {
                standard.write(bytes);
                standard.flush();
            } catch (IOException e) {
                readerGone = isBrokenPipe(e);
                if (!readerGone) {
                    throw new IOException("Standard output cannot be written: " + e.getMessage(), e);
                }
            }
        }
    }

    /** The system says so in the user's language, in which a pipe is called so, too. */
    private static boolean isBrokenPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    /** Whether somebody may still read standard output. */
    static boolean isRead() {
        return !readerGone;
    }

    /** Prints a message, of one line or several, on standard error, in plain characters. */
    static void error(String message) {
        errors.println(PlainText.lines(message));
    }
}
