package dev.bobbin.emulator.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.share.SecretMask;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is masked when a run is approved, and what compares as equal later. */
class RedactionTest {

    private static final Instant RUN = Instant.parse("2025-06-01T12:00:00Z");
    private static final String KNOWN_GUID = "aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb";
    private static final String INVOCATION = "cccccccc-1111-4222-8333-dddddddddddd";

    private final SecretMask secrets = SecretMask.ofValues(List.of("for-trying-out", "480315", "part-one", "part-two"));
    private final Redaction redaction = new Redaction(
            RUN, "{\"id\": \"" + KNOWN_GUID + "\", \"since\": \"2025-06-01\"}", INVOCATION, Redaction.marking(secrets));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "made 2025-06-01T12:00:01.123456+00:00 here | made <time> here",
                "got for-trying-out, 2025-06-01T12:00:01Z   | got <any>, <time>",
                "three stars *** of the data                 | three stars *** of the data",
                "2025-06-01 14:00:00                        | <time>",
                "2025-06-02                                 | <date>",
                "born 1999-12-31                            | born 1999-12-31",
                "2019-06-01T12:00:00Z                       | 2019-06-01T12:00:00Z",
                "on 2025-06-01 it was asked for             | on 2025-06-01 it was asked for",
                "id 12345678-1234-4234-8234-123456789abc!   | id <guid>!",
                "0123456789abcdef0123456789abcdef           | <guid>",
                "aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb       | aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb",
                "run cccccccc-1111-4222-8333-dddddddddddd   | run <guid>",
                "at Sun, 01 Jun 2025 12:00:01 GMT, then     | at <time>, then",
                "Sun, 1 Jun 2025 14:00:01 +0200             | <time>",
                "Sat, 01 Jun 2019 12:00:01 GMT              | Sat, 01 Jun 2019 12:00:01 GMT",
                "am 01.06.2025 14:00 Uhr                    | am <time> Uhr",
                "1.6.2025, 14:00:59                         | <time>",
                "vom 01.06.2025.                            | vom <date>.",
                "6/1/2025 2:00 PM and 01/06/2025            | <time> and <date>",
                "31.12.1999, 1.6.20255, 10.1.6.2025, 99.99.2025 | 31.12.1999, 1.6.20255, 10.1.6.2025, 99.99.2025",
                "Sun Jun  1 14:00:01 2025 and Mon Jun 2 2025 | <time> and Mon Jun 2 2025",
                "Sun Jun  1 14:00:01 UTC 2025               | <time>",
                "Mon Jun  1 14:00:01 2025 is no such day    | Mon Jun  1 14:00:01 2025 is no such day",
                "20250601T140001Z, 20250601140001           | <time>, <time>",
                "20250601T140001.123456+02:00               | <time>",
                "out_20250601_140001.csv, log-20250602.txt  | out_<time>.csv, log-<date>.txt",
                "order 20250601-0001 of part 20190601       | order <date>-0001 of part 20190601",
                "X20250601, 20251341, 120250601             | X20250601, 20251341, 120250601",
                "06/01/25 and 1.6.25 14:00, not 06/01/99    | <date> and <time>, not 06/01/99",
                "99-99-9999 and 2025-13-41                  | 99-99-9999 and 2025-13-41"
            })
    void masksWhatDiffersFromRunToRunOnly(String text, String masked) {
        assertThat(redaction.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 02 Jun 2025 08:00:00 GMT",
                "02.06.2025 08:00",
                "6/2/2025 8:00 AM",
                "2.6.2025, 08:00:01",
                "Mon Jun  2 08:00:01 2025",
                "20250602T080001Z",
                "20250602080001",
                "6/2/25 8:00 AM"
            })
    void anyTimeOfTheSameKindsIsAsExpected(String later) throws IOException {
        assertThat(OutputDiff.compare("\"at <time>\"", "\"at " + later + "\"")).isEmpty();
        assertThat(OutputDiff.compare("\"at <time>\"", "\"at " + later + "?\"")).isNotEmpty();
    }

    @Test
    void masksNumbersThatAreTheTime() throws IOException {
        JsonNode value = json(
                "[1748779200, 1748779200123, 1748779200.5, 1748779200123456, 1748779200123456789, 20250601140001]");

        assertThat(redaction.mask(value))
                .hasSize(6)
                .allSatisfy(masked -> assertThat(masked.textValue()).isEqualTo("<time>"));
        JsonNode others = json("[42, 1700000000, 20190601140001, 20250601]");
        assertThat(redaction.mask(others)).isEqualTo(others);
    }

    @Test
    void masksSecretsInNumbersAndKeysToo() throws IOException {
        String answer = "{\"pin\": 480315, \"owner of for-trying-out\": {\"since\": 5}, \"years\": 480}";
        JsonNode masked = redaction.mask(json(answer));

        assertThat(masked).isEqualTo(json("{\"pin\": \"<any>\", \"owner of <any>\": {\"since\": 5}, \"years\": 480}"));
        assertThat(OutputDiff.compare(masked.toString(), answer)).isEmpty();
        assertThat(OutputDiff.compare(masked.toString(), answer.replace("owner", "thief")))
                .extracting(Difference::place)
                .containsExactly("/output/owner of <any>", "/output/thief of for-trying-out");
        assertThat(OutputDiff.compare(masked.toString(), answer.replace("5}", "6}")))
                .extracting(Difference::place)
                .containsExactly("/output/owner of for-trying-out/since");
    }

    @Test
    void anObjectWhoseKeysAreSecretsIsAnyValue() throws IOException {
        JsonNode answer = json("{\"shares\": {\"part-one\": 1, \"part-two\": 2}}");

        assertThat(redaction.mask(answer)).isEqualTo(json("{\"shares\": \"<any>\"}"));
        assertThat(OutputDiff.compare(redaction.mask(answer).toString(), answer.toString()))
                .isEmpty();
        assertThat(OutputDiff.compare("{\"shares\": \"<any>\"}", "{}")).hasSize(1);
    }

    @Test
    void marksStandForWhatTheyName() throws IOException {
        String expected = "{\"a\": \"at <time> by <guid>\", \"n\": \"<time>\", \"x\": \"<any>\"}";

        assertThat(OutputDiff.compare(
                        expected,
                        ("{\"a\": \"at 2031-01-01T00:00:00Z by 12345678-1234-4234-8234-123456789abc\","
                                + " \"n\": 1900000000, \"x\": \"line\\nline\"}")))
                .isEmpty();
        assertThat(OutputDiff.compare(expected, ("{\"a\": \"at noon by me\", \"n\": 5, \"x\": \"\"}")))
                .extracting(Difference::place)
                .containsExactly("/output/a", "/output/n");
    }

    @Test
    void differencesNameTheirPlaces() throws IOException {
        String expected = "{\"a\": 1, \"b\": [1, 2, {\"c/d\": null}], \"gone\": true}";
        String actual = "{\"new\": 0, \"b\": [1, 2.0, {\"c/d\": \"x\"}, 4], \"a\": \"1\"}";

        assertThat(OutputDiff.compare(expected, actual))
                .extracting(Difference::text)
                .containsExactly(
                        "/output/a was 1 and is \"1\"",
                        "/output/b/1 was 2 and is 2.0",
                        "/output/b/2/c~1d was null and is \"x\"",
                        "/output/b/3 is new: 4",
                        "/output/gone is missing: true",
                        "/output/new is new: 0");
    }

    @Test
    void ignoredPlacesDoNotMatter() throws IOException {
        assertThat(OutputDiff.compare(
                        json("[{\"id\": 1, \"n\": \"a\"}, {\"id\": 2, \"n\": \"b\"}]"),
                        json("[{\"id\": 7, \"n\": \"a\"}, {\"id\": 8, \"n\": \"c\"}]"),
                        Set.of("/*/id"),
                        "/output"))
                .extracting(Difference::place)
                .containsExactly("/output/1/n");
    }

    @Property
    void aMaskedTextStillMatchesItself(@ForAll String text) {
        assertThat(Placeholder.matches(redaction.mask(text), text)).isTrue();
    }

    @Property
    void withoutMarksOnlyTheSameTextMatches(@ForAll String one, @ForAll String other) {
        assertThat(Placeholder.matches(one, other)).isEqualTo(one.equals(other));
    }

    private static JsonNode json(String text) throws IOException {
        return ExampleJson.parse(text);
    }
}
