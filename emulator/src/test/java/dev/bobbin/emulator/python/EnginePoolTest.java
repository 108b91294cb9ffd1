package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.EnginePool;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.ItemCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls that do not end, in real processes that share the calls. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EnginePoolTest {

    private static final String FUNCTIONS = """
            import logging, uuid
            PROCESS = str(uuid.uuid4())

            @udf.function()
            def process() -> str:
                return PROCESS

            @udf.function()
            def endless() -> str:
                logging.info(PROCESS)
                while True:
                    pass
            """;

    @TempDir
    Path folder;

    private EnginePool pool;
    private EngineRig rig;
    private ItemCode code;

    @BeforeEach
    void open() {
        use(QuickEngine::start, 2);
    }

    private void use(Supplier<FunctionEngine> maker, int most) {
        pool = new EnginePool(maker, 1, most);
        rig = new EngineRig(pool, folder);
        code = rig.code(FUNCTIONS);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aCallThatDoesNotEndCostsTheNextCallersNoStartOfAnInterpreter() {
        // One that takes its time to start: nobody is to be sent to it meanwhile.
        pool.close();
        use(() -> Emulator.engine("embedded").orElseThrow(), 2);
        String first = process();
        EngineRig.Call endless = rig.begin(code, "endless", "{}", EngineRig.LONG);
        assertThat(quoted(endless.next())).isEqualTo(first);

        // Nobody calls, and another process starts all the same.
        awaitAnotherProcess();
        String second = process();
        assertThat(second).isNotEqualTo(first);

        // Nobody is sent to the process that takes the place of the ended one before that has started.
        endless.stop();
        assertThat(endless.outcome()).isInstanceOf(EngineOutcome.Stopped.class);
        assertThat(process()).isEqualTo(second);
        assertThat(pool.size()).isEqualTo(2);
    }

    @Test
    void callsWaitForWhicheverProcessIsThereFirst() {
        String first = process();
        EngineRig.Call endless = rig.begin(code, "endless", "{}", EngineRig.LONG);
        endless.next();
        awaitAnotherProcess();
        // It waits for the second process, and is not left there when the first is ended.
        EngineRig.Call waiting = rig.begin(code, "process", "{}", EngineRig.LONG);
        endless.stop();

        assertThat(EngineFixture.answered(waiting.outcome()).outputJson()).isNotEqualTo(first);
    }

    @Test
    void aPoolOfOneProcessStartsItAgain() {
        pool.close();
        use(QuickEngine::start, 1);
        EngineRig.Call endless = rig.begin(code, "endless", "{}", EngineRig.LONG);
        String first = quoted(endless.next());
        endless.stop();
        assertThat(endless.outcome()).isInstanceOf(EngineOutcome.Stopped.class);

        assertThat(process()).isNotEqualTo(first);
        assertThat(pool.size()).isEqualTo(1);
    }

    private void awaitAnotherProcess() {
        while (pool.size() == 1) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private String process() {
        return EngineFixture.answered(rig.call(code, "process", "{}")).outputJson();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
