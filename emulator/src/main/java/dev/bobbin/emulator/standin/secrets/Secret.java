package dev.bobbin.emulator.standin.secrets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A secret with all its versions, oldest first.
 *
 * @param deleted when it was deleted, in seconds since 1970; null when it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Secret(List<SecretVersion> versions, @Nullable Long deleted) {

    Secret {
        versions = List.copyOf(versions);
    }

    boolean isDeleted() {
        return deleted != null;
    }

    SecretVersion latest() {
        return versions.getLast();
    }

    Optional<SecretVersion> version(String version) {
        return versions.stream().filter(v -> v.version().equals(version)).findFirst();
    }

    Secret with(SecretVersion added) {
        List<SecretVersion> all = new ArrayList<>(versions);
        all.add(added);
        return new Secret(all, deleted);
    }

    Secret replacing(SecretVersion changed) {
        return new Secret(
                versions.stream()
                        .map(v -> v.version().equals(changed.version()) ? changed : v)
                        .toList(),
                deleted);
    }
}
