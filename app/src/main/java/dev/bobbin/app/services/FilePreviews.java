package dev.bobbin.app.services;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.bobbin.app.data.files.Preview;
import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.data.grid.GridRow;
import dev.bobbin.app.text.JsonLayout;
import dev.bobbin.app.text.LimitedText;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.ImportPreview;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** What there is to see of a file: by its name a picture, rows or text; what is no table after all is shown as text. */
final class FilePreviews {

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    /** Text shown of a file, in bytes. */
    private static final int SHOWN_BYTES = 256 * 1024;

    /** Text shown once it is indented, in characters: it has far more lines then. */
    private static final int MOST_INDENTED = 200_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FilePreviews() {}

    /**
     * Looks at a file.
     *
     * @param chosen the encoding to read its text in; null finds out
     * @throws IOException when it cannot be read or is damaged; the message is in plain words
     */
    static Preview of(Path file, @Nullable Charset chosen) throws IOException {
        if (Files.size(file) == 0) {
            return new Preview.Nothing(text("data.preview.empty"));
        }
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (PICTURES.contains(ending)) {
            return picture(file);
        }
        Optional<FileFormat> format = Set.of("txt", "json").contains(ending) ? Optional.empty() : FileFormat.of(file);
        if (format.isPresent()) {
            try {
                return rows(file, format.get(), chosen);
            } catch (IOException e) {
                if (format.get() == FileFormat.PARQUET || format.get() == FileFormat.EXCEL) {
                    throw e;
                }
                // What is no table can still be read as text, which shows what is wrong with it.
            }
        }
        return textOf(file, ending.startsWith("json"), chosen);
    }

    /** Asks the head of the file only: a large picture takes a while to decode. */
    private static Preview picture(Path file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new Preview.Picture(file, 0, 0);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return new Preview.Picture(file, reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            // Whoever shows it says so when it cannot be decoded either.
            return new Preview.Picture(file, 0, 0);
        }
    }

    private static Preview rows(Path file, FileFormat format, @Nullable Charset chosen) throws IOException {
        TextRead read = format == FileFormat.CSV ? TextRead.of(file, chosen) : null;
        CsvOptions options = read == null ? CsvOptions.AUTOMATIC : new CsvOptions(read.encoding(), null, true);
        ImportPreview preview = ImportPreview.of(file, format, options, true);
        List<GridColumn> columns = preview.columns().stream()
                .map(column -> new GridColumn(
                        column.name(),
                        column.type().toString().toLowerCase(Locale.ROOT),
                        column.type().isNumeric(),
                        false,
                        true))
                .toList();
        List<GridRow> rows = preview.rows().stream().map(FilePreviews::row).toList();
        return new Preview.Rows(columns, rows, preview.more(), read == null ? null : read.told());
    }

    private static GridRow row(List<@Nullable Object> values) {
        List<@Nullable String> cells = new ArrayList<>(values.size());
        for (Object value : values) {
            cells.add(value == null ? null : String.valueOf(value));
        }
        return new GridRow(cells, values);
    }

    private static Preview textOf(Path file, boolean json, @Nullable Charset chosen) throws IOException {
        TextRead read = TextRead.of(file, chosen);
        if (read.isBinary()) {
            return new Preview.Nothing(text("data.preview.binary"));
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(SHOWN_BYTES);
        }
        boolean cut = Files.size(file) > start.length;
        String words = new String(start, read.encoding());
        String shown = words.charAt(0) == BYTE_ORDER_MARK ? words.substring(1) : words;
        return (json ? indented(shown, cut, read) : Optional.<Preview>empty())
                .orElseGet(() -> new Preview.Text(shown, json, cut, false, read.told()));
    }

    /** JSON with a member a line; empty when it is none, or is written so already. */
    private static Optional<Preview> indented(String json, boolean cut, TextRead read) {
        LimitedText out = new LimitedText(MOST_INDENTED);
        try {
            JsonLayout.indent(json, out);
        } catch (JsonEOFException e) {
            if (!cut) {
                return Optional.empty();
            }
        } catch (IOException e) {
            if (!out.isFull()) {
                return Optional.empty();
            }
        }
        return out.text().stripTrailing().equals(json.stripTrailing())
                ? Optional.empty()
                : Optional.of(new Preview.Text(out.text(), true, cut || out.isFull(), true, read.told()));
    }
}
