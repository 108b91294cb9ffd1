package dev.bobbin.app.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.l10n.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AxisNumbersTest {

    @AfterEach
    void backToEnglish() {
        Messages.use("en");
    }

    @Test
    void numbersAreWrittenAsTheWindowsLanguageDoes() {
        Messages.use("en");
        assertThat(new AxisNumbers().toString(7500.5)).isEqualTo("7,500.5");
        Messages.use("de");
        assertThat(new AxisNumbers().toString(7500.5)).isEqualTo("7.500,5");
    }

    @Test
    void whatCountingInStepsLeavesBehindIsNotTold() {
        Messages.use("en");
        AxisNumbers numbers = new AxisNumbers();
        assertThat(numbers.toString(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(numbers.toString(0.00025)).isEqualTo("0.00025");
        assertThat(numbers.toString(1e20)).isEqualTo("100,000,000,000,000,000,000");
        assertThat(numbers.toString(Double.NaN)).isEmpty();
    }
}
