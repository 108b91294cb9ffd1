package dev.bobbin.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RunState;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.python.EngineAdvice;
import dev.bobbin.emulator.python.local.PythonInstall;
import dev.bobbin.emulator.python.local.PythonSource;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineAdviserTest {

    private static final PythonInstall PYTHON = new PythonInstall(
            Path.of("/opt/py/bin/python3"), Path.of("/opt/py"), "3.12.4", "cpython", PythonSource.PATH);

    private @TempDir Path folder;
    private final List<Boolean> asked = new ArrayList<>();
    private final Set<Path> trusted = new HashSet<>();
    private EngineChoice chosen = new EngineChoice("embedded", "");
    private Optional<EngineAdvice> answer = Optional.empty();
    private WorkspaceModel model;

    @BeforeEach
    void open() throws IOException {
        model = Models.open(folder, "import json\n");
        Trust trust = new Trust() {
            @Override
            public boolean trusts(Path item) {
                return trusted.contains(item);
            }

            @Override
            public void trust(Path item) {
                trusted.add(item);
            }
        };
        new EngineAdviser(
                model, () -> chosen, choice -> chosen = choice, this::advise, trust, new SameThreadTaskRunner());
    }

    private Optional<EngineAdvice> advise(ItemCode code, boolean mayRunItsPrograms) {
        asked.add(mayRunItsPrograms);
        return answer;
    }

    private void write(String source) {
        model.sourceProperty().set(source);
        model.setOutline(SourceParser.outline(source));
    }

    private Optional<Notice> notice() {
        return model.notices().shown().stream()
                .filter(notice -> notice.id().equals("engine-advice"))
                .findFirst();
    }

    @Test
    void offersTheOtherEngineBeforeTheRunAndTakesItAtAPress() {
        answer = Optional.of(new EngineAdvice(List.of("pandas"), 1, PYTHON, false, List.of()));
        write("import pandas\n");

        Notice offer = notice().orElseThrow();
        assertThat(offer.text()).contains("imports pandas (line 1)", "3.12.4");
        model.notices().choose(offer, offer.choices().getFirst());

        assertThat(chosen)
                .isEqualTo(new EngineChoice("cpython", PYTHON.executable().toString()));
        assertThat(notice()).isEmpty();
    }

    @Test
    void theUsualPythonNeedsNoChoice() {
        answer = Optional.of(new EngineAdvice(List.of("pandas"), 1, PYTHON, true, List.of("pandas")));
        write("import pandas\n");

        Notice offer = notice().orElseThrow();
        assertThat(offer.text()).contains("-m pip install pandas");
        model.notices().choose(offer, offer.choices().getFirst());

        assertThat(chosen).isEqualTo(new EngineChoice("cpython", ""));
    }

    @Test
    void aChosenPythonStaysChosenWhenItIsTheUsualOne() {
        chosen = new EngineChoice("embedded", "/opt/py");
        answer = Optional.of(new EngineAdvice(List.of("pandas"), 1, PYTHON, true, List.of()));
        write("import pandas\n");
        Notice offer = notice().orElseThrow();
        model.notices().choose(offer, offer.choices().getFirst());

        assertThat(chosen).isEqualTo(new EngineChoice("cpython", "/opt/py"));
    }

    @Test
    void withoutAPythonItSaysWhatToInstall() {
        answer = Optional.of(new EngineAdvice(List.of("pandas"), 1, null, true, List.of()));
        write("import pandas\n");

        assertThat(notice().orElseThrow().text()).contains("install Python 3.11 or newer");
        assertThat(notice().orElseThrow().choices()).hasSize(1);
    }

    @Test
    void asksAgainOnlyWhenSomethingHasChanged() {
        write("import pandas\n");
        write("import pandas\n# more\n");
        assertThat(asked).containsExactly(false);

        trusted.add(folder.toAbsolutePath().normalize());
        model.run().begin(RunState.Kind.ONE, () -> {});
        assertThat(asked).containsExactly(false, true);
    }

    @Test
    void takesTheOfferAwayWhenTheImportGoes() {
        answer = Optional.of(new EngineAdvice(List.of("pandas"), 1, PYTHON, true, List.of()));
        write("import pandas\n");
        answer = Optional.empty();
        write("import json\n");

        assertThat(notice()).isEmpty();
    }

    @Test
    void saysNothingInTheUsersOwnPython() {
        chosen = new EngineChoice("cpython", "");
        write("import pandas\n");

        assertThat(asked).isEmpty();
    }
}
