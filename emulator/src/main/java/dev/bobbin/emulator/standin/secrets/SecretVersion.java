package dev.bobbin.emulator.standin.secrets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a secret; times in seconds since 1970.
 *
 * @param version 32 hexadecimal digits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SecretVersion(
        String version,
        String value,
        boolean enabled,
        long created,
        long updated,
        @Nullable Long notBefore,
        @Nullable Long expires,
        @Nullable String contentType,
        @Nullable Map<String, String> tags) {}
