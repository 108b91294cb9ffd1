package dev.bobbin.emulator.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.signature.SourceParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a secret looks like and however it is written: it is gone, and code and JSON stay code and JSON. */
class MaskingProperties {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String AROUND = """
            import logging
            url = f"https://host/{keep}?q=%s"
            def keep(a, b="kept"):
                '''Doc of the function.'''
                return {"a": a, 'b': [b, 1, 2.5, r"\\d+", b"bytes"], "c": "first" "second"}
            """;

    /** Letters of several scripts, quotes, backslashes, line ends, blanks, signs with a meaning to patterns or JSON. */
    @Provide
    Arbitrary<String> secrets() {
        // The ends make it one that no other text of these tests holds by chance, and longer than what is left alone.
        return Arbitraries.of("abXY019 äßñ漢字\"'\\\n\t$%{}[]();,&=:#*/<>^|.?-_".split(""))
                .list()
                .ofMaxSize(30)
                .map(characters -> "Q7" + String.join("", characters) + "😀7Q");
    }

    @Property(tries = 200)
    void codeWithASecretStaysCodeWithoutIt(@ForAll("secrets") String secret) {
        String python = json(secret);
        String code = "DB_PASSWORD = " + python + "\n" + AROUND + "again = [" + python + ", 'x' " + python + "]\n";
        assertThat(SourceParser.outline(code).findings()).isEmpty();

        SecretMask mask = new SecretMask(Set.of());
        String masked = mask.python(code);

        assertThat(SourceParser.outline(masked).findings()).as(masked).isEmpty();
        assertThat(masked).isEqualTo("DB_PASSWORD = \"***\"\n" + AROUND + "again = [\"***\", 'x' \"***\"]\n");
    }

    @Property(tries = 200)
    void aSecretOfAnInputIsGoneFromEveryOtherText(@ForAll("secrets") String secret) throws Exception {
        SecretMask mask = new SecretMask(Set.of());
        String quoted = json(secret);
        assertThat(mask.json("{\"user\": \"ada\", \"password\": " + quoted + ", \"more\": {\"n\": 1.50}}"))
                .isEqualTo("{\"user\": \"ada\", \"password\": \"***\", \"more\": {\"n\": 1.50}}");

        assertThat(mask.text("logged " + secret + " and more")).isEqualTo("logged *** and more");
        assertThat(mask.text("sent ?x=" + URLEncoder.encode(secret, StandardCharsets.UTF_8) + "&y=1"))
                .isEqualTo("sent ?x=***&y=1");
        String nested = json("{\"deep\": " + quoted + "}");
        assertThat(mask.json("{\"echo\": [" + quoted + ", " + ascii(quoted) + "], \"nested\": " + nested + "}"))
                .isEqualTo("{\"echo\": [\"***\", \"***\"], \"nested\": \"{\\\"deep\\\": \\\"***\\\"}\"}");
        assertThat(mask.python("x = " + json("see " + secret) + "\n")).isEqualTo("x = \"see ***\"\n");
        assertThat(mask.text("dumped " + ascii(quoted))).isEqualTo("dumped \"***\"");
    }

    @Property(tries = 200)
    void whatHoldsNoSecretIsLeftAlone(@ForAll("secrets") String text) {
        SecretMask mask = new SecretMask(Set.of());
        String code = "title = " + json(text) + "\n" + AROUND;
        assertThat(mask.python(code)).isEqualTo(code);
        String json = "{\"title\":   " + ascii(json(text)) + "}";
        assertThat(mask.json(json)).isEqualTo(json);
    }

    /** As JSON, which is how a Python program may write a text, too. */
    private static String json(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        text.chars().forEach(c -> ascii.append(c < 0x7f ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return ascii.toString();
    }
}
