package dev.bobbin.emulator.standin.sql.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statement of the files in this package's resources. */
class AnswersTest {

    private static final Map<SqlKind, Asked> DATABASES = new EnumMap<>(SqlKind.class);

    @BeforeAll
    static void open(@TempDir Path folder) {
        for (SqlKind kind : List.of(SqlKind.SQL_DATABASE, SqlKind.WAREHOUSE)) {
            DATABASES.put(kind, new Asked(folder, kind));
        }
    }

    @AfterAll
    static void close() {
        DATABASES.values().forEach(Asked::close);
    }

    static Stream<Answer> answers() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(AnswersTest.class.getResource("text.txt"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(AnswersTest::read)
                    .toList()
                    .stream();
        }
    }

    private static Stream<Answer> read(Path file) {
        try {
            return Answer.read(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void isWhatSqlServerAnswers(Answer answer) {
        List<String> actual =
                Objects.requireNonNull(DATABASES.get(answer.kind())).ask(answer.sql());
        assertThat(Asked.agrees(answer.expected(), actual))
                .as("%s: expected %s but was %s", answer, answer.expected(), actual)
                .isTrue();
    }
}
