package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.emulator.service.Persona;
import dev.bobbin.emulator.service.Personas;
import dev.bobbin.emulator.service.WorkspaceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceChoiceTest {

    private static final Persona ANA = new Persona(
            "Ana", "6f9619ff-8b86-4011-b42d-00c04fc964ff", "7f9619ff-8b86-4011-b42d-00c04fc964ff", "ana@example.com");

    private @TempDir Path item;
    private final FolderFiles files = new FolderFiles();
    private final WorkspaceModel model = Models.empty();
    private final ServiceChoice choice = new ServiceChoice(model, files, new SameThreadTaskRunner());

    @BeforeEach
    void makeItem() throws IOException {
        Files.writeString(item.resolve("function_app.py"), "");
    }

    private void open() throws IOException {
        model.open(files.read(item));
    }

    private WorkspaceSettings kept() throws IOException {
        return files.settings(files.read(item));
    }

    @Test
    void takesOverWhatTheWorkspaceKeeps() throws IOException {
        WorkspaceSettings.NONE
                .withProfile("service-2026", List.of("timeSeconds=7"))
                .withPersona(ANA)
                .write(item.resolve(".bobbin"));

        open();

        assertThat(model.profile().name()).isEqualTo("service-2026*");
        assertThat(model.profile().timeLimit()).hasSeconds(7);
        assertThat(model.userProperty().get().oid()).isEqualTo(ANA.oid());
    }

    @Test
    void twoChangesInARowAreBothKeptWhicheverIsWrittenFirst() throws IOException {
        HeldTaskRunner held = new HeldTaskRunner();
        ServiceChoice slow = new ServiceChoice(model, files, held);
        open();
        held.endNewestFirst();
        slow.changeValue("requestMegabytes=0.5");
        slow.changeValue("http.UserThrown=418");
        held.endNewestFirst();
        assertThat(kept().limits()).contains("requestMegabytes=0.5", "http.UserThrown=418");
        assertThat(model.profile().requestBytes()).isEqualTo(512 * 1024);
    }

    @Test
    void keepsWhatIsChosenInTheWorkspace() throws IOException {
        open();
        choice.useProfile("service-2026");
        choice.changeValue("requestMegabytes=0.5");
        choice.changeValue("http.UserThrown=418");
        choice.savePersona(ANA, null);

        assertThat(model.profile().requestBytes()).isEqualTo(1 << 19);
        assertThat(kept().profile()).isEqualTo(model.profile());
        assertThat(kept().limits()).containsExactly("requestMegabytes=0.5", "http.UserThrown=418");
        assertThat(kept().current()).isEqualTo(ANA);

        choice.resetValues();
        choice.usePersona(Personas.DEFAULT);
        assertThat(kept().limits()).isEmpty();
        assertThat(kept().profileName()).isEqualTo("service-2026");
        assertThat(kept().current()).isEqualTo(Personas.DEFAULT);

        choice.removePersona(ANA);
        assertThat(kept().personas()).isEmpty();
    }

    @Test
    void aRenamedPersonaTakesThePlaceOfTheOldOne() throws IOException {
        open();
        choice.savePersona(ANA, null);
        Persona renamed = new Persona("Anna", ANA.oid(), ANA.tenantId(), ANA.preferredUsername());
        choice.savePersona(renamed, "Ana");

        assertThat(kept().personas()).containsExactly(renamed);
    }

    @Test
    void refusesANonsenseValueAndKeepsTheFileAsItIs() throws IOException {
        open();
        assertThatThrownBy(() -> choice.changeValue("timeSeconds=soon"))
                .hasMessageContaining("no value for timeSeconds");
        assertThat(kept()).isEqualTo(WorkspaceSettings.NONE);
    }

    @Test
    void aDamagedFileIsToldAndNotOverwritten() throws IOException {
        Path file = Files.createDirectories(item.resolve(".bobbin")).resolve("workspace.json");
        Files.writeString(file, "{\"profile\": ");
        open();
        choice.useProfile("service-2026");

        assertThat(model.notices().shown())
                .anySatisfy(notice -> assertThat(notice.text()).contains("workspace.json", "Mend the file"));
        assertThat(Files.readString(file)).isEqualTo("{\"profile\": ");
    }

    @Test
    void anUnknownProfileIsToldAndTheStandardRulesHold() throws IOException {
        Path file = Files.createDirectories(item.resolve(".bobbin")).resolve("workspace.json");
        Files.writeString(file, "{\"profile\": \"service-2031\"}");
        open();

        assertThat(model.profile()).isEqualTo(WorkspaceSettings.NONE.profile());
        assertThat(model.notices().shown())
                .anySatisfy(notice -> assertThat(notice.text()).contains("service-2031"));
    }
}
