package dev.bobbin.emulator.standin.sql.answers;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement and what it answers, read from a file that people can read too.
 *
 * <p>A line {@code LEN('ab ') => 2} asks for one value. Several lines of T-SQL followed by lines that start with
 * {@code =>} ask for rows, values set apart by a bar; {@code --} parts result sets, {@code (none)} is a set without rows,
 * {@code !8134 text} an error whose message starts with the text, {@code !8134
 * [22012] text} one with that SQLSTATE. {@code @warehouse}, {@code @database} and {@code @both}
 * say where what follows holds; {@code #} starts a comment.
 *
 * @param line where it stands in the file, from 1
 */
record Answer(String file, int line, SqlKind kind, String sql, List<String> expected) {

    private static final String ARROW = " => ";

    static List<Answer> read(Path file) throws IOException {
        return new Reader(file.getFileName().toString()).read(Files.readAllLines(file));
    }

    @Override
    public String toString() {
        return file + ":" + line + (kind == SqlKind.WAREHOUSE ? " (warehouse) " : " ") + sql.strip();
    }

    private static final class Reader {

        private final String file;
        private final List<Answer> answers = new ArrayList<>();
        private final List<String> rows = new ArrayList<>();
        private final StringBuilder sql = new StringBuilder();
        private List<SqlKind> kinds = List.of(SqlKind.SQL_DATABASE);
        private int start;

        Reader(String file) {
            this.file = file;
        }

        List<Answer> read(List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                line(lines.get(i), i + 1);
            }
            finish();
            return answers;
        }

        private void line(String line, int number) {
            if (line.startsWith("=>")) {
                rows.add(line.substring(2).strip());
                return;
            }
            if (!rows.isEmpty()) {
                finish();
            }
            if (line.startsWith("@")) {
                kinds = switch (line.strip()) {
                    case "@warehouse" -> List.of(SqlKind.WAREHOUSE);
                    case "@database" -> List.of(SqlKind.SQL_DATABASE);
                    case "@both" -> List.of(SqlKind.SQL_DATABASE, SqlKind.WAREHOUSE);
                    default -> throw new IllegalArgumentException(file + ":" + number + ": " + line);
                };
            } else if (line.contains(ARROW)) {
                int arrow = line.lastIndexOf(ARROW);
                begin(number);
                sql.append("SELECT ").append(line, 0, arrow);
                rows.add(line.substring(arrow + ARROW.length()).strip());
                finish();
            } else if (!line.startsWith("#") && !(sql.isEmpty() && line.isBlank())) {
                begin(number);
                sql.append(line).append('\n');
            }
        }

        private void begin(int number) {
            if (sql.isEmpty()) {
                start = number;
            }
        }

        private void finish() {
            if (!sql.toString().isBlank()) {
                if (rows.isEmpty()) {
                    throw new IllegalArgumentException(file + ":" + start + " has no answer");
                }
                for (SqlKind kind : kinds) {
                    answers.add(new Answer(file, start, kind, sql.toString(), List.copyOf(rows)));
                }
            }
            sql.setLength(0);
            rows.clear();
        }
    }
}
