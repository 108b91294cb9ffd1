package dev.bobbin.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which native libraries an image keeps; the paths are those of the jars it is made of. */
class NativesTest {

    @ParameterizedTest
    @CsvSource({
        "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so, Linux, amd64",
        "org/sqlite/native/Linux/aarch64/libsqlitejdbc.so, Linux, aarch64",
        "org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib, Mac OS X, aarch64",
        "org/sqlite/native/Windows/x86_64/sqlitejdbc.dll, Windows 11, amd64",
        "linux/amd64/libzstd-jni-1.5.7-15.so, Linux, amd64",
        "win/amd64/libzstd-jni-1.5.7-15.dll, Windows 11, amd64",
        "darwin/aarch64/libzstd-jni-1.5.7-15.dylib, Mac OS X, aarch64",
        "lib/x86_64-linux-gnu-tree-sitter.so, Linux, amd64",
        "lib/aarch64-macos-tree-sitter-python.dylib, Mac OS X, aarch64",
        "META-INF/resources/engine/libtruffleattach/linux/amd64/bin/libtruffleattach.so, Linux, amd64",
        "org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so, Linux, amd64"
    })
    void onesOwnAreKept(String entry, String system, String processor) {
        assertThat(new Natives(system, processor).isForeign(entry)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "org/sqlite/native/Linux/x86/libsqlitejdbc.so",
        "org/sqlite/native/Linux-Musl/x86_64/libsqlitejdbc.so",
        "org/sqlite/native/Linux-Android/x86_64/libsqlitejdbc.so",
        "org/sqlite/native/Linux/armv7/libsqlitejdbc.so",
        "org/sqlite/native/Windows/x86_64/sqlitejdbc.dll",
        "org/sqlite/native/Mac/x86_64/libsqlitejdbc.dylib",
        "org/xerial/snappy/native/Linux/x86_64-musl/libsnappyjava.so",
        "aix/ppc64/libzstd-jni-1.5.7-15.so",
        "freebsd/amd64/libzstd-jni-1.5.7-15.so",
        "lib/x86_64-windows-tree-sitter.dll",
        "lib/aarch64-linux-gnu-tree-sitter.so"
    })
    void thoseOfOtherPlatformsAreNot(String entry) {
        assertThat(new Natives("Linux", "amd64").isForeign(entry)).isTrue();
    }

    @Test
    void whatIsNotNativeIsNeverForeign() {
        Natives natives = new Natives("Linux", "amd64");

        assertThat(natives.isForeign("com/sun/jna/win/Windows.class")).isFalse();
        assertThat(natives.isForeign("docs/aix/readme.txt")).isFalse();
        assertThat(natives.isForeign("lib/libany.so")).as("no platform named").isFalse();
    }
}
