package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.message.Spelling;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.files.NearbyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known of the data a run could reach, for words about what it did not find there. Data that cannot be read is not
 * known: another error is what the words are about.
 *
 * @param connected the stand-ins of the run
 */
record KnownData(Workspace workspace, Collection<StandIn> connected, HostServiceFactory services) {

    /** About a table that a database has not. @param standIn name of the database's stand-in */
    Optional<FailureContext> missingTable(String standIn) {
        return named(standIn)
                .flatMap(each -> services.tables(each).stream())
                .findFirst()
                .map(tables -> new FailureContext.MissingTable(
                        standIn, tables, tables.isEmpty() ? meant(standIn, StandIn.Sql.class, this::hasTables) : ""));
    }

    /** About a file or folder that a lakehouse has not. */
    Optional<FailureContext> missingFile(Traceback.MissingPath missing) {
        String lakehouse = missing.lakehouse();
        return named(lakehouse)
                .flatMap(KnownData::lakehouse)
                .findFirst()
                .flatMap(each -> files(each, missing.path()))
                .map(files -> new FailureContext.MissingFile(
                        lakehouse,
                        missing.path(),
                        files,
                        files.isEmpty()
                                ? meant(
                                        lakehouse,
                                        StandIn.Lakehouse.class,
                                        each -> files(each, "")
                                                .filter(found -> !found.isEmpty())
                                                .isPresent())
                                : ""));
    }

    private Stream<StandIn> named(String name) {
        return connected.stream().filter(each -> each.name().equals(name));
    }

    private static Stream<StandIn.Lakehouse> lakehouse(StandIn standIn) {
        return standIn instanceof StandIn.Lakehouse lakehouse ? Stream.of(lakehouse) : Stream.empty();
    }

    /** Empty when they cannot be read. */
    private static Optional<List<String>> files(StandIn.Lakehouse lakehouse, String path) {
        try {
            return Optional.of(NearbyFiles.of(lakehouse, path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A seed that no run has used yet is not carried out for the sake of words. */
    private boolean hasTables(StandIn.Sql database) {
        return Files.exists(database.database())
                ? services.tables(database).filter(tables -> !tables.isEmpty()).isPresent()
                : Files.exists(database.seed()) || Files.exists(database.seedDatabase());
    }

    /** The stand-in with data whose name is spelt alike; empty when there is none. */
    private <S extends StandIn> String meant(String standIn, Class<S> kind, Predicate<S> hasData) {
        try {
            List<S> others = workspace.existing().stream()
                    .filter(other -> !other.name().equals(standIn))
                    .flatMap(KnownData::withEndpoint)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
            return Spelling.meant(standIn, others.stream().map(StandIn::name).toList()).stream()
                    .filter(name -> others.stream()
                            .filter(other -> other.name().equals(name))
                            .anyMatch(hasData))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static Stream<StandIn> withEndpoint(StandIn standIn) {
        return Stream.concat(Stream.of(standIn), lakehouse(standIn).map(StandIn.Lakehouse::endpoint));
    }
}
