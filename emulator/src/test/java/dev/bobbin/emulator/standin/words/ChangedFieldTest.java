package dev.bobbin.emulator.standin.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which fields of a document a change is about. */
class ChangedFieldTest {

    private static List<String> between(String before, String after) {
        return ChangedField.between(before, after).stream()
                .map(field -> field.path() + ": " + field.before() + " > " + field.after())
                .toList();
    }

    @Test
    void fieldsAreNamedByTheirPath() {
        assertThat(between("""
                {"status": "open", "to": {"city": "Ulm", "first name": "A"}, "old": 1, "lines": [{"n": 1}, {"n": 2}], "_ts": 1}
                """, """
                {"status": "shipped", "to": {"city": "Bonn", "first name": "B"}, "lines": [{"n": 1}, {"n": 3}], "new": [],
                 "_ts": 2}
                """))
                .containsExactly(
                        "status: \"open\" > \"shipped\"",
                        "to.city: \"Ulm\" > \"Bonn\"",
                        "to[\"first name\"]: \"A\" > \"B\"",
                        "old: 1 > null",
                        "lines[1].n: 2 > 3",
                        "new: null > []");
    }

    @Test
    void elementsPutInOrTakenOutAreToldAsThat() {
        assertThat(between("{\"a\": [1, 2, 3]}", "{\"a\": [0, 1, 2, 3]}")).containsExactly("a[0]: null > 0");
        assertThat(between("{\"a\": [1, 2, 3]}", "{\"a\": [1, 3]}")).containsExactly("a[1]: 2 > null");
        assertThat(between("{\"a\": [1, 1]}", "{\"a\": [1]}")).containsExactly("a[1]: 1 > null");
    }

    @Test
    void nullIsAValueAndNumbersStayAsExactAsTheyWere() {
        assertThat(between("{\"a\": null, \"b\": 1.0}", "{\"b\": 12345678901234567890.50}"))
                .containsExactly("a: null > null", "b: 1.0 > 12345678901234567890.50");
        assertThat(ChangedField.between("{\"a\": null}", "{}").getFirst().before())
                .isEqualTo("null");
    }

    @Test
    void whatIsNoJsonIsChangedAsAWhole() {
        assertThat(between("***", "{}")).containsExactly(": *** > {}");
    }

    @Test
    void ofManyTheFirstHundredAreTold() {
        String many =
                IntStream.range(0, 5_000).mapToObj(i -> "\"f" + i + "\": 1").collect(Collectors.joining(",", "{", "}"));
        assertThat(ChangedField.between(null, many)).hasSize(100);
    }

    /** What a field tells is what stands there; and there is always one when documents differ. */
    @Property(tries = 300)
    void everyDifferenceIsFound(@ForAll("documents") String before, @ForAll("documents") String after)
            throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        List<ChangedField> fields = ChangedField.between(before, after);
        assertThat(fields.isEmpty()).isEqualTo(json.readTree(before).equals(json.readTree(after)));
        assertThat(fields)
                .noneMatch(field -> field.before() != null && field.before().equals(field.after()));
        assertThat(fields).extracting(ChangedField::path).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> leaf = Arbitraries.of("1", "2", "null", "\"x\"", "true", "[]", "{}");
        Arbitrary<String> inner = Arbitraries.oneOf(
                leaf,
                leaf.list().ofMaxSize(4).map(values -> "[" + String.join(",", values) + "]"),
                leaf.map(value -> "{\"m\":" + value + "}"));
        return Arbitraries.maps(Arbitraries.of("a", "b", "c d", "e"), inner)
                .ofMaxSize(4)
                .map(members -> members.entrySet().stream()
                        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                        .collect(Collectors.joining(",", "{", "}")));
    }
}
