package dev.bobbin.emulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.finding.Finding;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aliases that the definition has in another spelling. */
class MisspeltAliasTest extends QuickFixes {

    @BeforeEach
    void define() throws IOException {
        file("definition.json", """
                {"connectedDataSources": [{"alias": "Sales", "artifactType": "SqlDbNative"},
                  {"alias": "Idle", "artifactType": "SqlDbNative"}, {"alias": "Raw Rows", "artifactType": "SqlDbNative"}]}
                """);
    }

    private void connect(String alias) throws IOException {
        file(
                "function_app.py",
                HEAD + "@udf.connection(alias='" + alias
                        + "', argName='db')\n@udf.function()\ndef f(db: fn.FabricSqlConnection) -> str: return ''\n");
    }

    private Finding found(String rule) throws IOException {
        return check().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** A slip of letters may be another data source that is still to be connected: nothing is changed unasked. */
    @ParameterizedTest
    @CsvSource({"Slaes, false", "Sale, false", "sales, true"})
    void theOneThatIsMeantIsNamedAndWritten(String written, boolean sure) throws IOException {
        connect(written);

        Finding finding = found("alias-not-connected");
        assertThat(finding.message().english()).contains("The alias " + written + " is not", "but Sales is");
        assertThat(Objects.requireNonNull(finding.fix()).automatic()).isEqualTo(sure);

        fix("alias-not-connected");
        assertThat(file("function_app.py")).contains("alias=\"Sales\"");
    }

    @Test
    void anotherAliasIsNotTakenForOne() throws IOException {
        connect("Stores");

        assertThat(found("alias-not-connected").message().english()).contains("It works here");
    }

    @Test
    void blanksAreTakenOutUnlessTheDefinitionHasThem() throws IOException {
        connect("Raw Rows");
        assertThat(check()).extracting(Finding::rule).doesNotContain("alias-blanks");

        connect("Dark Rows");
        assertThat(check()).extracting(Finding::rule).contains("alias-blanks", "alias-not-connected");
        fix("alias-blanks");
        assertThat(file("function_app.py")).contains("alias=\"DarkRows\"");

        connect(" Sales");
        Finding finding = found("alias-blanks");
        assertThat(finding.message().english()).contains("“ Sales”");
        assertThat(Objects.requireNonNull(finding.fix()).automatic()).isTrue();
        assertThat(check()).extracting(Finding::rule).doesNotContain("alias-not-connected");
        fix("alias-blanks");
        assertThat(file("function_app.py")).contains("alias=\"Sales\"");
    }
}
