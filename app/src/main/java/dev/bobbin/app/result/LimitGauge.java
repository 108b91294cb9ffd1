package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.l10n.Messages;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.service.ServiceProfile;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;

/**
 * How much of one of the service's limits a run took.
 *
 * @param id {@code time}, {@code request} or {@code response}
 * @param share of the limit, from 0; above 1 when the limit was passed
 * @param words what was taken of what, to read
 */
public record LimitGauge(String id, double share, String words) {

    /** Share of a limit from which on a run is said to be near it. */
    private static final double NEAR = 0.8;

    private static final double KILO = 1024;

    /** The gauges of a run, by the limits of the profile it was made under. */
    static List<LimitGauge> of(FinishedRun run) {
        ServiceProfile profile = run.request().profile();
        double seconds = run.result().duration().toNanos() / 1e9;
        double limit = profile.timeLimit().toSeconds();
        long request = run.request().body().getBytes(StandardCharsets.UTF_8).length;
        long response = run.result() instanceof InvocationResult.Answered answered
                ? answered.envelope().outputJson().getBytes(StandardCharsets.UTF_8).length
                : 0;
        return List.of(
                new LimitGauge("time", seconds / limit, text("gauge.seconds", decimal(seconds), decimal(limit))),
                size("request", request, profile.requestBytes()),
                size("response", response, profile.responseBytes()));
    }

    private static LimitGauge size(String id, long bytes, long limit) {
        return new LimitGauge(id, (double) bytes / limit, text("gauge.bytes", bytes(bytes), bytes(limit)));
    }

    private static String bytes(long bytes) {
        double kilobytes = bytes / KILO;
        return kilobytes < KILO ? decimal(kilobytes) + " KB" : decimal(kilobytes / KILO) + " MB";
    }

    private static String decimal(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(Messages.language());
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** That the limit is near, to read beside the status of a run. */
    String warning() {
        return text("gauge.warning", text("gauge." + id), words);
    }

    /** Whether the limit is near or passed. */
    public boolean near() {
        return share >= NEAR;
    }
}
