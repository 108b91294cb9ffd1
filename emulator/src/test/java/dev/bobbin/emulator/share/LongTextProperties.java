package dev.bobbin.emulator.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Wherever a part ends: what is masked in a whole text is masked in its parts. */
class LongTextProperties {

    private static final String KNOWN = "kn0wn-" + "0123456789abcdef".repeat(6);

    /** Longer than all that is to be found. */
    private static final int AROUND = 2_000;

    private static final List<String> PIECES = List.of(
            "plain text of a line\n",
            "\n",
            "id;name;day\n".repeat(20),
            "-----BEGIN PRIVATE KEY-----\n" + "c0deOfTheKey/c0deOfTheKey\n".repeat(20) + "-----END PRIVATE KEY-----\n",
            "password = \"\"\"c0de\nOver several\nlines\"\"\"\n",
            "token:\n    c0de-below-1\n",
            "a key: " + KNOWN + "\n",
            Base64.getMimeEncoder().encodeToString(("c0de " + KNOWN + " end").getBytes(StandardCharsets.UTF_8)) + "\n");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(40).map(pieces -> String.join("- - -\n", pieces));
    }

    @Property(tries = 100)
    void partsAreMaskedAsTheWholeIs(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 900) int part) {
        SecretMask mask = SecretMask.ofValues(List.of(KNOWN));
        // What is found by its name is known from then on.
        mask.text(text);

        String masked = new LongText(mask::text, part, AROUND).masked(text);

        assertThat(masked).isEqualTo(mask.text(text)).doesNotContain("c0de", "kn0wn", "Over several");
    }
}
