package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.number;
import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Bytes as Base64 and packed by GZIP (Transact-SQL reference, "BASE64_ENCODE", "BASE64_DECODE", "COMPRESS", "DECOMPRESS"). */
final class BinaryFunctions {

    private BinaryFunctions() {}

    static void addTo(FunctionTable table) {
        table.function("BASE64_ENCODE", Parameter.BINARY, Parameter.INT)
                .from(1)
                .gives(
                        SqlType.VARCHAR_MAX,
                        (c, v) -> encoded(bytes(c, v, 0, "base64_encode"), v.length > 1 && number(v, 1) != 0));
        table.function("BASE64_DECODE", Parameter.TEXT).gives(SqlType.VARBINARY_MAX, (c, v) -> decoded(string(v, 0)));
        table.function("COMPRESS", Parameter.ANY)
                .gives(SqlType.VARBINARY_MAX, (c, v) -> packed(bytes(c, v, 0, "compress")));
        table.function("DECOMPRESS", Parameter.BINARY)
                .gives(SqlType.VARBINARY_MAX, (c, v) -> unpacked(bytes(c, v, 0, "decompress")));
    }

    /** The bytes of an argument that is binary or a text; other types are an error. */
    static byte[] bytes(Invocation call, @Nullable Object[] v, int argument, String function) {
        if (v[argument] instanceof byte[] bytes) {
            return bytes;
        }
        SqlType type = call.type(argument);
        if (!type.isText()) {
            throw SqlErrors.wrongArgumentType(type.kind().messageName(), argument + 1, function);
        }
        return type.isNational()
                ? string(v, argument).getBytes(StandardCharsets.UTF_16LE)
                : call.session().codePage().bytes(string(v, argument));
    }

    private static String encoded(byte[] bytes, boolean url) {
        return url
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
                : Base64.getEncoder().encodeToString(bytes);
    }

    /** Takes both alphabets, with blanks and with or without the signs that fill up. */
    private static byte[] decoded(String text) {
        try {
            String plain = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
            return Base64.getDecoder().decode(plain);
        } catch (IllegalArgumentException e) {
            throw new SqlError(9803, "42000", "Invalid data for type \"Base64Decode\".");
        }
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] bytes) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new SqlError(
                    8737,
                    "42000",
                    "The input to DECOMPRESS could not be decompressed. Verify that it was made by COMPRESS.");
        }
    }
}
