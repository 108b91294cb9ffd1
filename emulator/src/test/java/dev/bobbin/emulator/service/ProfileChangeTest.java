package dev.bobbin.emulator.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.finding.Severity;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProfileChangeTest {

    private final ServiceProfile profile = ServiceProfiles.standard();

    @Example
    void changesEveryValue() {
        assertThat(ProfileChange.apply(profile, "requestMegabytes=1").requestBytes())
                .isEqualTo(1 << 20);
        assertThat(ProfileChange.apply(profile, "responseMegabytes=0.5").responseBytes())
                .isEqualTo(1 << 19);
        assertThat(ProfileChange.apply(profile, " wheelMegabytes = 2 ").wheelBytes())
                .isEqualTo(2 << 20);
        assertThat(ProfileChange.apply(profile, "timeSeconds=1.5").timeLimit()).isEqualTo(Duration.ofMillis(1500));
        assertThat(ProfileChange.apply(profile, "http.UserThrown=422").httpStatus())
                .containsEntry("UserThrown", 422);
        assertThat(ProfileChange.apply(profile, "rule.default-value=off").severity("default-value", Severity.ERROR))
                .isEmpty();
        assertThat(ProfileChange.apply(profile, "rule.built-sql=error").severity("built-sql", Severity.WARNING))
                .isEqualTo(Optional.of(Severity.ERROR));
    }

    @Example
    void marksTheNameOnce() {
        ServiceProfile twice = ProfileChange.apply(ProfileChange.apply(profile, "timeSeconds=1"), "timeSeconds=2");

        assertThat(twice.name()).isEqualTo("documented-2025*");
        assertThat(profile.name()).isEqualTo("documented-2025");
    }

    @Example
    void saysWhatItDoesNotUnderstand() {
        for (String change : new String[] {
            "requestMegabytes",
            "requestMegabytes=",
            "requestMegabytes=0",
            "requestMegabytes=-1",
            "requestMegabytes=NaN",
            "requestMegabytes=1e300",
            "speed=1",
            "http.Nothing=200",
            "http.Failed=99",
            "http.Failed=1.5",
            "rule.x=loud"
        }) {
            assertThatThrownBy(() -> ProfileChange.apply(profile, change))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .endsWith(".");
        }
    }

    @Property(tries = 300)
    void refusesOrChangesAndNeverFailsOtherwise(@ForAll("changes") String change) {
        try {
            ServiceProfile changed = ProfileChange.apply(profile, change);
            assertThat(changed.requestBytes()).isPositive();
            assertThat(changed.timeLimit()).isGreaterThanOrEqualTo(Duration.ZERO);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> changes() {
        Arbitrary<String> keys = Arbitraries.of("requestMegabytes", "timeSeconds", "http.Failed", "rule.", "")
                .injectNull(0);
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12), Arbitraries.doubles().map(String::valueOf));
        return Combinators.combine(keys, Arbitraries.of("=", "", "=="), values)
                .as((key, sign, value) -> key + sign + value);
    }
}
