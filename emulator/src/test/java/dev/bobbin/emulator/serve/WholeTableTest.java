package dev.bobbin.emulator.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which results are a table as a whole. */
class WholeTableTest {

    private static final String BEGIN = "\"data:application/vnd.apache.arrow.stream;base64,";

    @Test
    void aTableAsLargeAsAnAnswerMayBeIsOne() {
        byte[] table = new byte[22 * 1024 * 1024];
        table[table.length - 1] = 7;

        assertThat(ArrowTables.whole(BEGIN + Base64.getEncoder().encodeToString(table) + "\""))
                .hasValue(table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", BEGIN + "not so\"", BEGIN + "/////w==", "[" + BEGIN + "\"]"})
    void whatOnlyBeginsLikeOneIsNone(String output) {
        assertThat(ArrowTables.whole(output)).isEmpty();
    }
}
