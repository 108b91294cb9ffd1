package dev.bobbin.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Docstrings in the conventions people use. */
class DocTextTest {

    @Test
    void sectionsWithIndentedEntriesAreTakenApart() {
        DocText doc = DocText.of("""
                Adds two numbers.

                Args:
                    first (int): The first one,
                        which may be negative.
                    second: The second one.

                Returns:
                    Their sum.

                Raises:
                    ValueError: never
                """);
        assertThat(doc.summary())
                .startsWith("Adds two numbers.")
                .contains("Raises:")
                .contains("ValueError: never");
        assertThat(doc.parameters())
                .containsEntry("first", "The first one, which may be negative.")
                .containsEntry("second", "The second one.");
        assertThat(doc.returns()).isEqualTo("Their sum.");
    }

    @Test
    void underlinedSectionsAreTakenApart() {
        DocText doc = DocText.of("""
                Adds.

                Parameters
                ----------
                first : int
                    The first one.
                second : int, optional
                    The second one.

                Returns
                -------
                int
                    The sum.
                """);
        assertThat(doc.summary()).isEqualTo("Adds.");
        assertThat(doc.parameters())
                .containsEntry("first", "The first one.")
                .containsEntry("second", "The second one.");
        assertThat(doc.returns()).isEqualTo("int\nThe sum.");
    }

    @Test
    void fieldListsAreTakenApart() {
        DocText doc = DocText.of("""
                Adds.

                :param first: The first one.
                :param int second: The second one,
                    with more to say.
                :returns: The sum.
                """);
        assertThat(doc.summary()).isEqualTo("Adds.");
        assertThat(doc.parameters())
                .containsEntry("first", "The first one.")
                .containsEntry("second", "The second one, with more to say.");
        assertThat(doc.returns()).isEqualTo("The sum.");
    }

    @Test
    void plainWordsStayAsTheyAre() {
        assertThat(DocText.of("Says hello.\n\nNote: politely.").summary()).isEqualTo("Says hello.\n\nNote: politely.");
    }

    @Property
    void anyTextCanBeReadAndNoPlainWordIsLost(@ForAll String text) {
        DocText doc = DocText.of("Begin " + text);
        assertThat(doc.summary() + doc.parameters() + doc.returns()).contains("Begin");
    }
}
