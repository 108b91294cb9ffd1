package dev.bobbin.emulator.standin.lifecycle;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.Lifecycle;
import dev.bobbin.emulator.standin.NoChanges;
import dev.bobbin.emulator.standin.Snapshots;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A connection without data that Bobbin stands in for: there is nothing to keep, bring in or look at. */
record NoData(StandIn.Plain standIn) implements Lifecycle {

    @Override
    public ChangeLog changes() {
        return NoChanges.LOG;
    }

    @Override
    public Snapshots snapshots() {
        return new NoSnapshots(refusal());
    }

    @Override
    public void create() {
        // There is nothing to make.
    }

    @Override
    public void seed(Path folder) throws IOException {
        throw PlainException.of(refusal());
    }

    @Override
    public long fill(Path folder) throws IOException {
        throw PlainException.of(refusal());
    }

    @Override
    public void reset() {
        // It always is as in the beginning.
    }

    @Override
    public long export(Path folder) throws IOException {
        throw PlainException.of(refusal());
    }

    @Override
    public List<Entry> browse(String place) {
        return List.of();
    }

    private Message refusal() {
        return Message.of("standin.no-data", standIn.name());
    }
}
