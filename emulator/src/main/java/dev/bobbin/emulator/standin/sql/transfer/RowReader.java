package dev.bobbin.emulator.standin.sql.transfer;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other. */
public interface RowReader extends AutoCloseable {

    /** The names of the columns. */
    List<String> columns();

    /**
     * The next row, as long as {@link #columns()}; null at the end. Values are String from formats of text alone, else
     * Boolean, Long, Double, BigDecimal, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, byte[] or String.
     *
     * @throws IOException when the file cannot be read further; the message names the line and what is wrong
     */
    @Nullable
    List<@Nullable Object> next() throws IOException;

    /** How its texts write numbers and days. */
    default NumberStyle numbers() {
        return NumberStyle.POINT;
    }

    /** Where the row read last lies, for messages, such as {@code line 12}. */
    String place();

    @Override
    void close() throws IOException;
}
