package dev.bobbin.app.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.app.workspace.FunctionRunner;
import dev.bobbin.app.workspace.ScriptedRunner;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.ItemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SwitchingRunnerTest {

    private final List<EngineChoice> made = new ArrayList<>();
    private final List<ScriptedRunner> runners = new ArrayList<>();
    private final List<Consumer<EngineState>> tellers = new ArrayList<>();
    private final List<EngineState> states = new ArrayList<>();

    private FunctionRunner make(EngineChoice choice, Consumer<EngineState> teller) {
        made.add(choice);
        tellers.add(teller);
        ScriptedRunner runner = new ScriptedRunner();
        runners.add(runner);
        return runner;
    }

    @Test
    void preparesTheSameCodeInTheOtherEngineAndHearsOnlyThatOne() {
        ItemCode code = new ItemCode(Path.of("function_app.py"), "", List.of());
        EngineChoice other = new EngineChoice("cpython", "/opt/python");
        try (SwitchingRunner runner = new SwitchingRunner(this::make, new EngineChoice("embedded", ""), states::add)) {
            runner.prepare(code);
            runner.use(other);
            tellers.getFirst().accept(new EngineState.Off());
            tellers.getLast().accept(new EngineState.Ready("3.13"));
        }

        assertThat(made).last().isEqualTo(other);
        assertThat(runners.getLast().prepared).containsExactly(code);
        assertThat(states).containsExactly(new EngineState.Ready("3.13"));
    }
}
