package dev.bobbin.app.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The output as a tree, and pictures in it. */
class OutputTreeTest {

    private final OutputTree tree = OutputTree.of("{\"rows\": [{\"first name\": \"Ada\"}, 2], \"n\": null}")
            .orElseThrow();

    @Test
    void everyValueHasAPathThatLeadsToIt() {
        OutputTree rows = tree.children().getFirst();
        assertThat(rows.path()).isEqualTo("$.rows");
        OutputTree name = rows.children().getFirst().children().getFirst();
        assertThat(name.path()).isEqualTo("$.rows[0][\"first name\"]");
        assertThat(name.summary()).isEqualTo("\"Ada\"");
        assertThat(rows.summary()).isEqualTo("[2]");
    }

    @Test
    void namesAndValuesAreFoundWhateverTheirCase() {
        assertThat(tree.find("ada", 10)).containsExactly(List.of(0, 0, 0));
        assertThat(tree.find("ROWS", 10)).containsExactly(List.of(0));
        assertThat(tree.find("nowhere", 10)).isEmpty();
    }

    @Test
    void onlyATreeOfFewNodesIsSmall() {
        assertThat(tree.isSmall()).isTrue();
        assertThat(OutputTree.of("[" + "[1, 2],".repeat(19) + "[1, 2]]")
                        .orElseThrow()
                        .isSmall())
                .as("20 rows of 2 are 60 nodes")
                .isTrue();
        assertThat(OutputTree.of("[" + "[1, 2],".repeat(20) + "[1]]")
                        .orElseThrow()
                        .isSmall())
                .isFalse();
    }

    @Test
    void plainValuesAndHugeOutputsHaveNoTree() {
        assertThat(OutputTree.of("12")).isEmpty();
        assertThat(OutputTree.of("[" + " ".repeat(OutputTree.LONGEST) + "]")).isEmpty();
    }

    @Test
    void picturesAreToldFromOtherTexts() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
        String encoded = Base64.getEncoder().encodeToString(png);
        assertThat(Pictures.of(encoded))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(png));
        assertThat(Pictures.of("data:image/png;base64," + encoded)).isPresent();
        assertThat(Pictures.of("hello")).isEmpty();
    }
}
