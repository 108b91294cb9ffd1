package dev.bobbin.emulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceProfilesTest {

    @Test
    void theDocumentedProfileIsTheStandardOne() {
        assertThat(ServiceProfiles.standard().name()).isEqualTo("documented-2025");
        assertThat(ServiceProfiles.named("no-such-profile")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"documented-2025, 2097152, 200, 400", "service-2026, 4194304, 240, 422"})
    void profilesDifferInWhatTheirDocumentsSay(String name, long requestBytes, long seconds, int userThrown) {
        ServiceProfile profile = ServiceProfiles.named(name).orElseThrow();

        assertThat(profile.requestBytes()).isEqualTo(requestBytes);
        assertThat(profile.timeLimit()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(profile.httpStatus(Status.BAD_REQUEST, List.of(error("UserThrown"))))
                .isEqualTo(userThrown);
        assertThat(profile.httpStatus(Status.BAD_REQUEST, List.of(error("InvalidInput"))))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"SUCCEEDED, 200", "RESPONSE_TOO_LARGE, 403", "TIMEOUT, 408", "FAILED, 409"})
    void everyStatusHasItsHttpCode(Status status, int httpStatus) {
        for (ServiceProfile profile : ServiceProfiles.all()) {
            assertThat(profile.httpStatus(status, List.of())).isEqualTo(httpStatus);
        }
    }

    @Test
    void namesTheDocumentBehindEveryValue() {
        for (ServiceProfile profile : ServiceProfiles.all()) {
            assertThat(profile.date()).matches("\\d{4}-\\d{2}-\\d{2}");
            assertThat(profile.sources().keySet())
                    .containsAll(profile.httpStatus().keySet())
                    .containsAll(profile.rules().keySet())
                    .contains("requestBytes", "responseBytes", "wheelBytes", "timeLimitSeconds");
            assertThat(profile.sources().values())
                    .allSatisfy(source -> assertThat(source).isNotBlank());
        }
    }

    private static ErrorEntry error(String name) {
        return new ErrorEntry(name, "", JsonNodeFactory.instance.objectNode());
    }

    @Test
    void aProfileWithChangedValuesIsDescribedAndReadBackWhole() {
        ServiceProfile changed = ServiceProfiles.require("service-2026");
        for (String change :
                List.of("requestMegabytes=0.001", "timeSeconds=0.25", "http.UserThrown=418", "rule.built-sql=off")) {
            changed = ProfileChange.apply(changed, change);
        }

        String text = ServiceProfiles.describe(changed);

        assertThat(text)
                .isEqualTo("service-2026, requestMegabytes=0.001, timeSeconds=0.25, http.UserThrown=418,"
                        + " rule.built-sql=off");
        assertThat(ServiceProfiles.described(text)).isEqualTo(changed);
        for (ServiceProfile own : ServiceProfiles.all()) {
            assertThat(ServiceProfiles.describe(own)).isEqualTo(own.name());
            assertThat(ServiceProfiles.described(own.name() + "*")).isEqualTo(own);
        }
    }
}
