package dev.bobbin.app.services;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonPointer;
import dev.bobbin.app.libraries.Libraries;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.EngineOptions;
import dev.bobbin.emulator.check.Definitions;
import dev.bobbin.emulator.check.ImportNames;
import dev.bobbin.emulator.check.Wheel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemWriter;
import dev.bobbin.emulator.item.JsonDocument;
import dev.bobbin.emulator.item.JsonElement;
import dev.bobbin.emulator.item.JsonElement.JsonArray;
import dev.bobbin.emulator.item.JsonElement.JsonObject;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.python.LibraryReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Libraries as {@code definition.json} and the folder {@code privateLibraries} have them. */
public final class LibraryFiles implements Libraries {

    private static final List<String> PUBLIC_LISTS = List.of("/libraries/public", "/libraries");
    private static final List<String> PRIVATE_LISTS = List.of("/libraries/private", "/libraries");

    private final Supplier<EngineOptions> engines;

    /** @param engines says with which Python and which memory functions are run now */
    public LibraryFiles(Supplier<EngineOptions> engines) {
        this.engines = engines;
    }

    @Override
    public LibraryReport report(ItemFolder item) {
        return Emulator.libraries(item, engines.get());
    }

    @Override
    public void addPublic(ItemFolder item, String name, String version) throws IOException {
        String wanted = ImportNames.normalised(name);
        if (find(
                        definition(item),
                        PUBLIC_LISTS,
                        listed -> ImportNames.normalised(listed).equals(wanted))
                .isPresent()) {
            throw new IOException(text("libraries.listed", name));
        }
        change(item, json -> Definitions.withPublicLibrary(json, name, version.isEmpty() ? null : version));
    }

    @Override
    public void removePublic(ItemFolder item, String name) throws IOException {
        remove(item, PUBLIC_LISTS, name);
    }

    @Override
    public void addWheel(ItemFolder item, Path wheel) throws IOException {
        Wheel read = Wheel.read(wheel);
        if (!read.readable() || read.tags() == null) {
            throw new IOException(text("libraries.noWheel", read.fileName()));
        }
        Path folder = Files.createDirectories(item.root().resolve(ItemFolder.WHEELS));
        Path target = folder.resolve(read.fileName());
        if (!target.equals(wheel.toAbsolutePath().normalize())) {
            Path unfinished = folder.resolve(read.fileName() + ".part");
            Files.copy(wheel, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
        listWheel(item, read.fileName());
    }

    @Override
    public void listWheel(ItemFolder item, String fileName) throws IOException {
        if (find(definition(item), PRIVATE_LISTS, fileName::equals).isEmpty()) {
            change(item, json -> Definitions.withWheel(json, fileName));
        }
    }

    @Override
    public void removeWheel(ItemFolder item, String fileName) throws IOException {
        remove(item, PRIVATE_LISTS, fileName);
        Files.deleteIfExists(item.root().resolve(ItemFolder.WHEELS).resolve(fileName));
    }

    private static void remove(ItemFolder item, List<String> lists, String name) throws IOException {
        Optional<JsonPointer> place = find(definition(item), lists, name::equals);
        if (place.isPresent()) {
            change(item, json -> Definitions.without(json, place.get().toString()));
        }
    }

    /** Schema 1.0.0 has one list for all libraries, later ones two. */
    private static Optional<JsonPointer> find(JsonDocument json, List<String> lists, Predicate<String> wanted) {
        for (String list : lists) {
            JsonPointer place = JsonPointer.compile(list);
            if (json.at(place).orElse(null) instanceof JsonArray libraries) {
                for (int i = 0; i < libraries.elements().size(); i++) {
                    if (name(libraries.elements().get(i)).filter(wanted).isPresent()) {
                        return Optional.of(place.appendIndex(i));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(JsonElement library) {
        return library instanceof JsonObject object
                ? object.memberIgnoringCase("name")
                        .map(member -> member.value().toNode().asText())
                : Optional.empty();
    }

    private static JsonDocument definition(ItemFolder item) {
        JsonFile file = item.definitionFile();
        return file == null ? JsonDocument.of("{}\n") : file.document();
    }

    private static void change(ItemFolder item, UnaryOperator<JsonDocument> change) throws IOException {
        JsonDocument before = definition(item);
        if (!before.problems().isEmpty()) {
            throw new IOException(text("libraries.damagedDefinition"));
        }
        ItemWriter.write(
                item.root().resolve(ItemFolder.DEFINITION), change.apply(before).text());
    }
}
