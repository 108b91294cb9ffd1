package dev.bobbin.emulator.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceSettingsTest {

    private static final Persona ANA = new Persona(
            "Ana", "6f9619ff-8b86-4011-b42d-00c04fc964ff", "7f9619ff-8b86-4011-b42d-00c04fc964ff", "ana@example.com");

    @TempDir
    private Path folder;

    @Test
    void aNewWorkspaceHasTheStandardProfileAndNobodyChosen() throws IOException {
        WorkspaceSettings settings = WorkspaceSettings.read(folder.resolve("none"));

        assertThat(settings.profile()).isEqualTo(ServiceProfiles.standard());
        assertThat(settings.current()).isEqualTo(Personas.DEFAULT);
    }

    @Test
    void keepsProfileLimitsAndPersonas() throws IOException {
        Path workspace = folder.resolve(".bobbin");
        WorkspaceSettings.NONE
                .withProfile("service-2026", List.of("requestMegabytes=1"))
                .withPersona(Persona.named("Bo", "bo@example.com"))
                .withPersona(ANA)
                .write(workspace);

        WorkspaceSettings read = WorkspaceSettings.read(workspace);

        assertThat(read.profile().name()).isEqualTo("service-2026*");
        assertThat(read.profile().requestBytes()).isEqualTo(1 << 20);
        assertThat(read.current()).isEqualTo(ANA);
        assertThat(read.persona("ANA")).contains(ANA);
        assertThat(read.withoutPersona("ana").current()).isEqualTo(Personas.DEFAULT);
        assertThat(read.withoutPersona("ana").personas()).hasSize(1);
        assertThat(read.withCurrent("bo").current().name()).isEqualTo("Bo");
        assertThat(read.withCurrent("Default").current()).isEqualTo(Personas.DEFAULT);
        try (var files = Files.list(workspace)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void everyWorkspaceHasTheBuiltInPersonasAndMayHaveVersionsOfItsOwn() {
        Persona ours = new Persona("Guest", ANA.oid(), ANA.tenantId(), "guest@contoso.example");

        assertThat(WorkspaceSettings.NONE.allPersonas()).isEqualTo(Personas.BUILT_IN);
        assertThat(WorkspaceSettings.NONE.withCurrent("MANAGER").current()).isEqualTo(Personas.BUILT_IN.get(1));
        assertThat(WorkspaceSettings.NONE.withPersona(ours).allPersonas())
                .containsExactly(Personas.DEFAULT, Personas.BUILT_IN.get(1), ours);
        assertThat(WorkspaceSettings.NONE.withPersona(ours).persona("guest")).contains(ours);
    }

    @Test
    void keepsWhatItDoesNotKnow() throws IOException {
        Files.writeString(folder.resolve("workspace.json"), "{\"later\": [1], \"profile\": \"service-2026\"}");

        WorkspaceSettings.read(folder).withPersona(ANA).write(folder);

        assertThat(Files.readString(folder.resolve("workspace.json"))).contains("later", "service-2026", "Ana");
    }

    @Test
    void saysWhatIsWrongWithADamagedFileAndDoesNotOverwriteIt() throws IOException {
        for (String text : List.of("{\"profile\": ", "{\"personas\": [{\"name\": \"X\", \"Oid\": \"1\"}]}")) {
            Files.writeString(folder.resolve("workspace.json"), text);

            assertThatThrownBy(() -> WorkspaceSettings.read(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("workspace.json")
                    .hasMessageNotContaining("Source")
                    .hasMessageContaining("Mend the file or delete it.");
            assertThatThrownBy(() -> WorkspaceSettings.NONE.write(folder)).isInstanceOf(IOException.class);
            assertThat(Files.readString(folder.resolve("workspace.json"))).isEqualTo(text);
        }
    }

    @Test
    void personasHaveGuids() {
        assertThatThrownBy(() -> new Persona("A", "me", ANA.tenantId(), "")).hasMessageContaining("GUID");
        assertThatThrownBy(() -> new Persona("A", ANA.oid(), "", "")).hasMessageContaining("GUID");
        assertThatThrownBy(() -> new Persona(" ", ANA.oid(), ANA.tenantId(), ""))
                .hasMessageContaining("name");
        assertThat(Persona.named("A", "a@b.c").oid())
                .isNotEqualTo(Persona.named("A", "a@b.c").oid());
    }
}
