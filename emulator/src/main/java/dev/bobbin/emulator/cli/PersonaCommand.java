package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.service.Persona;
import dev.bobbin.emulator.service.Personas;
import dev.bobbin.emulator.service.WorkspaceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin persona}: the made-up users of a workspace, and who of them runs functions. */
@Command(
        name = "persona",
        mixinStandardHelpOptions = true,
        description = "Shows the personas functions can run as, or chooses, makes or removes one.")
final class PersonaCommand implements Callable<Integer> {

    @Mixin
    WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The persona to choose; 'default' for the user Bobbin makes up itself.")
    @Nullable
    String name;

    @Option(names = "--add", description = "Makes the persona, or changes it.")
    boolean add;

    @Option(names = "--remove", description = "Removes the persona.")
    boolean remove;

    @Option(names = "--oid", paramLabel = "GUID", description = "Object id of a new persona; made up when left out.")
    @Nullable
    String oid;

    @Option(names = "--tenant", paramLabel = "GUID", description = "Tenant id of a new persona; made up when left out.")
    @Nullable
    String tenant;

    @Option(names = "--username", paramLabel = "TEXT", description = "Preferred username of a new persona.")
    @Nullable
    String username;

    @Override
    public Integer call() throws IOException, CliFailure {
        Path root = workspace.root();
        WorkspaceSettings settings = WorkspaceSettings.read(root);
        String chosen = name;
        if (chosen != null) {
            settings = changed(settings, chosen);
            settings.write(root);
        }
        print(settings);
        return 0;
    }

    private WorkspaceSettings changed(WorkspaceSettings settings, String chosen) throws CliFailure {
        if (add) {
            return settings.withPersona(persona(chosen, settings));
        }
        Persona known = settings.persona(chosen)
                .orElseThrow(() -> new CliFailure(
                        "There is no persona '" + chosen + "' in this workspace. Add --add to make one."));
        if (!remove) {
            return settings.withCurrent(known.name());
        }
        if (!settings.personas().contains(known)) {
            throw new CliFailure("'" + known.name() + "' comes with Bobbin and cannot be removed.");
        }
        return settings.withoutPersona(known.name());
    }

    private Persona persona(String chosen, WorkspaceSettings settings) throws CliFailure {
        if (chosen.equalsIgnoreCase(Personas.DEFAULT.name())) {
            throw new CliFailure("'default' is the user Bobbin makes up itself; choose another name.");
        }
        String mail = chosen.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", ".") + "@bobbin.local";
        Persona before = settings.persona(chosen).orElseGet(() -> Persona.named(chosen, mail));
        try {
            return new Persona(
                    chosen,
                    oid == null ? before.oid() : oid,
                    tenant == null ? before.tenantId() : tenant,
                    username == null ? before.preferredUsername() : username);
        } catch (IllegalArgumentException e) {
            throw new CliFailure(String.valueOf(e.getMessage()));
        }
    }

    private static void print(WorkspaceSettings settings) throws IOException {
        Persona current = settings.current();
        for (Persona persona : settings.allPersonas()) {
            line(persona.equals(current), persona);
        }
    }

    private static void line(boolean current, Persona persona) throws IOException {
        Output.line((current ? "* " : "  ") + persona.name() + "  " + persona.preferredUsername() + "  Oid "
                + persona.oid() + "  TenantId " + persona.tenantId());
    }
}
