package dev.bobbin.app.text;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes CSV files (RFC 4180) that spreadsheets read: in UTF-8, with a byte order mark, without which Excel takes it for ANSI. */
public final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    /** What a file is to hold. */
    public interface Content {

        /** @return whether all was written that is wanted; else the file is not made */
        boolean writeTo(Writer out) throws IOException;
    }

    /**
     * Writes a file; what was there stays until all is written.
     *
     * @return whether it was written
     * @throws IOException when it cannot be written
     */
    public static boolean write(Path file, Content content) throws IOException {
        Path made = file.resolveSibling(file.getFileName() + ".part");
        try {
            boolean whole;
            try (Writer out = Files.newBufferedWriter(made)) {
                out.write(BYTE_ORDER_MARK);
                whole = content.writeTo(out);
            }
            if (whole) {
                Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return whole;
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
