package dev.bobbin.emulator.standin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done before the first statement of all is something the translator can do, and is seen when it is not. */
class SqlWarmUpTest {

    @TempDir
    Path folder;

    @Test
    void itsStatementsAreCarriedOut() throws IOException {
        SqlWarmUp.run(folder.resolve("data.db"));

        assertThat(folder.resolve("data.db")).isNotEmptyFile();
        assertThatThrownBy(() -> SqlWarmUp.run(folder.resolve("data.db")))
                .as("its table is there already")
                .isInstanceOf(SqlError.class);
    }
}
