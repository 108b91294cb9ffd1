package dev.bobbin.emulator.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace keeps for all its items, in {@code .bobbin/workspace.json}: the profile with its changed values, and
 * the personas. Keys of the file that are not known stay when it is written.
 *
 * @param profileName name of a profile; null for the standard one
 * @param limits changed values, as {@link ProfileChange} reads them
 * @param currentPersona name of the one functions run as; null for the usual one
 */
public record WorkspaceSettings(
        @Nullable String profileName,
        List<String> limits,
        List<Persona> personas,
        @Nullable String currentPersona) {

    /** The settings of a workspace that has none. */
    public static final WorkspaceSettings NONE = new WorkspaceSettings(null, List.of(), List.of(), null);

    private static final String FILE = "workspace.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    public WorkspaceSettings {
        limits = List.copyOf(limits);
        personas = List.copyOf(personas);
    }

    /**
     * Reads the settings of a workspace; those of a new one when there is no file.
     *
     * @param folder the workspace's folder, {@code .bobbin}
     * @throws IOException when the file is damaged or cannot be read; its message is a sentence for the user
     */
    public static WorkspaceSettings read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            return of(JSON.readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException _) {
            return NONE;
        } catch (JsonProcessingException e) {
            throw PlainException.of("settings.text", file, JsonFault.words(e)).because(e);
        } catch (IllegalArgumentException e) {
            throw PlainException.of("settings.unreadable", file, PlainException.wordsOf(e))
                    .because(e);
        }
    }

    private static WorkspaceSettings of(JsonNode root) {
        List<String> limits = new ArrayList<>();
        root.path("limits").forEach(limit -> limits.add(limit.asText()));
        List<Persona> personas = new ArrayList<>();
        root.path("personas")
                .forEach(persona -> personas.add(new Persona(
                        persona.path("name").asText(""),
                        persona.path("Oid").asText(""),
                        persona.path("TenantId").asText(""),
                        persona.path("PreferredUsername").asText(""))));
        return new WorkspaceSettings(
                root.path("profile").textValue(),
                limits,
                personas,
                root.path("persona").textValue());
    }

    /**
     * Writes the settings.
     *
     * @throws IOException when the file cannot be written, or when the one that is there is damaged
     */
    public void write(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        read(folder);
        ObjectNode root = Files.exists(file) && JSON.readTree(file.toFile()) instanceof ObjectNode there
                ? there
                : JSON.createObjectNode();
        root.put("profile", profileName);
        ArrayNode changed = root.putArray("limits");
        limits.forEach(changed::add);
        ArrayNode users = root.putArray("personas");
        for (Persona persona : personas) {
            users.addObject()
                    .put("name", persona.name())
                    .put("Oid", persona.oid())
                    .put("TenantId", persona.tenantId())
                    .put("PreferredUsername", persona.preferredUsername());
        }
        root.put("persona", currentPersona);
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, FILE, ".tmp");
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), root);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * The profile of the workspace with its changed values.
     *
     * @throws IllegalArgumentException when there is no such profile or limit; its message is a sentence for the user
     */
    public ServiceProfile profile() {
        String name = profileName;
        ServiceProfile profile = name == null ? ServiceProfiles.standard() : ServiceProfiles.require(name);
        for (String limit : limits) {
            profile = ProfileChange.apply(profile, limit);
        }
        return profile;
    }

    /** The persona functions run as: the chosen one, else the usual one. */
    public Persona current() {
        String name = currentPersona;
        return name == null ? Personas.DEFAULT : persona(name).orElse(Personas.DEFAULT);
    }

    /** All personas: the built-in ones, of which the workspace may have a version of its own, and the workspace's. */
    public List<Persona> allPersonas() {
        List<Persona> all = new ArrayList<>();
        for (Persona builtIn : Personas.BUILT_IN) {
            if (own(builtIn.name()).isEmpty()) {
                all.add(builtIn);
            }
        }
        all.addAll(personas);
        return all;
    }

    /** The persona of that name, whatever its case. */
    public Optional<Persona> persona(String name) {
        return own(name).or(() -> Personas.builtIn(name));
    }

    private Optional<Persona> own(String name) {
        return personas.stream()
                .filter(persona -> persona.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** With another profile and other changed values. @param name null for the standard one */
    public WorkspaceSettings withProfile(@Nullable String name, List<String> changes) {
        return new WorkspaceSettings(name, changes, personas, currentPersona);
    }

    /** With a further persona, or one of the same name changed; it becomes the current one. */
    public WorkspaceSettings withPersona(Persona persona) {
        List<Persona> all = new ArrayList<>(personas);
        all.removeIf(other -> other.name().equalsIgnoreCase(persona.name()));
        all.add(persona);
        return new WorkspaceSettings(profileName, limits, all, persona.name());
    }

    /** With another current persona. @param name of one of all */
    public WorkspaceSettings withCurrent(String name) {
        return new WorkspaceSettings(
                profileName, limits, personas, name.equalsIgnoreCase(Personas.DEFAULT.name()) ? null : name);
    }

    /** Without a persona of the workspace; built-in ones stay. */
    public WorkspaceSettings withoutPersona(String name) {
        List<Persona> all = personas.stream()
                .filter(persona -> !persona.name().equalsIgnoreCase(name))
                .toList();
        String current = name.equalsIgnoreCase(currentPersona) ? null : currentPersona;
        return new WorkspaceSettings(profileName, limits, all, current);
    }
}
