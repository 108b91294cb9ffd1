package dev.bobbin.app.connections;

import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.badday.Failure;
import java.util.Optional;

/**
 * A bad day as a form holds it.
 *
 * @param failure what goes wrong; empty when nothing fails
 * @param afterCalls how many calls work before it does, as written; empty means none
 * @param latencyMillis how much longer every call takes, as written; empty means no longer
 */
public record BadDaySettings(Optional<Failure> failure, String afterCalls, String latencyMillis) {

    /** What the form shows for a connection's switches. */
    static BadDaySettings of(Optional<BadDay> badDay) {
        return new BadDaySettings(
                badDay.flatMap(BadDay::failure),
                badDay.map(day -> shown(day.afterCalls())).orElse(""),
                badDay.map(day -> shown(day.latencyMillis())).orElse(""));
    }

    private static String shown(int number) {
        return number == 0 ? "" : String.valueOf(number);
    }

    /**
     * The switches; empty when nothing goes wrong.
     *
     * @throws IllegalArgumentException when a number is none, or out of range
     */
    Optional<BadDay> badDay() {
        int latency = number(latencyMillis);
        int after = number(afterCalls);
        return failure.isEmpty() && latency == 0
                ? Optional.empty()
                : Optional.of(new BadDay(failure, failure.isEmpty() ? 0 : after, latency));
    }

    private static int number(String written) {
        return written.isBlank() ? 0 : Integer.parseInt(written.strip());
    }
}
