package dev.bobbin.emulator.standin.lifecycle;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.Snapshots;
import java.io.IOException;
import java.util.List;

/** There are none, and none can be taken. @param reason why not */
record NoSnapshots(Message reason) implements Snapshots {

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public void take(String name) throws IOException {
        throw PlainException.of(reason);
    }

    @Override
    public void restore(String name) throws IOException {
        throw PlainException.of(reason);
    }

    @Override
    public void delete(String name) throws IOException {
        throw PlainException.of(reason);
    }

    @Override
    public ChangeSet diff(String name) throws IOException {
        throw PlainException.of(reason);
    }
}
