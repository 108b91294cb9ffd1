package dev.bobbin.emulator.serve;

import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunRecorder;

/** Keeps every call of an endpoint in the item's journal, and tells another listener of everything. */
public final class JournalListener implements EndpointListener {

    private final RunRecorder recorder;
    private final String engine;
    private final EndpointListener next;

    /** @param engine name of the engine that carries the calls out */
    public JournalListener(RunRecorder recorder, String engine, EndpointListener next) {
        this.recorder = recorder;
        this.engine = engine;
        this.next = next;
    }

    @Override
    public void called(ServedCall call) {
        recorder.record(RunRecord.of(
                call.time(),
                RunOrigin.HTTP,
                call.request(),
                engine,
                call.code().code().text(),
                call.result(),
                call.logs()));
        next.called(call);
    }

    @Override
    public void refused(Refusal refusal) {
        next.refused(refusal);
    }

    @Override
    public void reloaded(ServedCode code) {
        next.reloaded(code);
    }
}
