package dev.bobbin.emulator.standin.sql.transfer;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is read; null means "find out".
 *
 * @param header whether the first line holds the names of the columns
 */
public record CsvOptions(
        @Nullable Charset encoding, @Nullable Character delimiter, boolean header) {

    /** Encoding and delimiter are found out, and the first line is a header. */
    public static final CsvOptions AUTOMATIC = new CsvOptions(null, null, true);
}
