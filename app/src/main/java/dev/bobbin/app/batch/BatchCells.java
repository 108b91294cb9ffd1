package dev.bobbin.app.batch;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.text.DelimitedText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of many runs for other programs: number, case, input, status, HTTP status, milliseconds, beginning of the answer. */
final class BatchCells {

    private static final String LINE_END = "\r\n";

    private BatchCells() {}

    static String of(List<BatchRow> rows, char separator) {
        Stream<String> head = Stream.of("number", "case", "input", "status", "http", "time", "answer")
                .map(column -> text("batch.column." + column));
        return Stream.concat(Stream.of(line(head, separator)), rows.stream().map(row -> line(cells(row), separator)))
                .collect(Collectors.joining(LINE_END, "", LINE_END));
    }

    private static Stream<String> cells(BatchRow row) {
        BatchOutcome outcome = row.outcome();
        return Stream.of(
                String.valueOf(row.number()),
                row.tried().name(),
                row.tried().body(),
                row.status(),
                outcome == null || outcome.httpStatus() == 0 ? "" : String.valueOf(outcome.httpStatus()),
                outcome == null ? "" : String.valueOf(outcome.milliseconds()),
                row.answer());
    }

    private static String line(Stream<String> cells, char separator) {
        return cells.map(cell -> DelimitedText.quoted(cell, separator))
                .collect(Collectors.joining(String.valueOf(separator)));
    }
}
