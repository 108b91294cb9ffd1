package dev.bobbin.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private @TempDir Path folder;

    @Test
    void themeRecentItemsAndTrustAreThereAfterAnotherStart() {
        Settings before = open();
        before.property("theme", "light").set("dark");
        before.opened(folder.resolve("a"));
        before.opened(folder.resolve("b"));
        before.opened(folder.resolve("a"));
        before.trust(folder.resolve("b"));
        Settings after = open();
        assertThat(after.property("theme", "light").get()).isEqualTo("dark");
        assertThat(after.recent()).containsExactly(folder.resolve("a"), folder.resolve("b"));
        assertThat(after.trusts(folder.resolve("b"))).isTrue();
        assertThat(after.trusts(folder.resolve("a"))).isFalse();
    }

    @Test
    void whatAnOlderVersionKeptIsRead() throws IOException {
        Files.writeString(folder.resolve("bench.properties"), """
                #Written by 0.1.0
                engine=cpython
                language=de
                profile=service-2026
                recent.0=/home/ada/Shop.UserDataFunction
                theme=dark
                trusted.0=/home/ada/Shop.UserDataFunction
                zoom=120
                """);
        Settings settings = open();
        assertThat(settings.recent()).containsExactly(Path.of("/home/ada/Shop.UserDataFunction"));
        assertThat(settings.trusts(Path.of("/home/ada/Shop.UserDataFunction"))).isTrue();
        assertThat(settings.property("engine", "embedded").get()).isEqualTo("cpython");
        assertThat(settings.property("zoom", "100").get()).isEqualTo("120");
    }

    @Test
    void twoProgramsKeepWhatTheOtherRemembers() {
        Settings one = open();
        Settings other = open();
        one.property("theme", "light").set("dark");
        one.opened(folder.resolve("a"));
        one.trust(folder.resolve("a"));
        other.property("zoom", "100").set("120");
        other.opened(folder.resolve("b"));
        other.trust(folder.resolve("b"));
        one.forget(folder.resolve("a"));
        Settings after = open();
        assertThat(after.property("theme", "light").get()).isEqualTo("dark");
        assertThat(after.property("zoom", "100").get()).isEqualTo("120");
        assertThat(after.recent()).containsExactly(folder.resolve("b"));
        assertThat(after.trusts(folder.resolve("a"))).isTrue();
        assertThat(after.trusts(folder.resolve("b"))).isTrue();
    }

    @Test
    void programsThatWriteAtTheSameTimeTakeTurns() throws Exception {
        Process other = OtherProgram.start(folder);
        OtherProgram.write(open(), "this");
        assertThat(other.waitFor()).isZero();
        Settings after = open();
        assertThat(Stream.of("this", "other")
                        .flatMap(OtherProgram::names)
                        .map(name -> after.property(name, "lost").get()))
                .containsOnly("kept");
    }

    @Test
    void aChangeThatCouldNotBeWrittenIsWrittenWithTheNextOrAtTheEnd() throws IOException {
        Path later = folder.resolve("later");
        Files.createFile(later);
        Settings settings = new Settings(later, new SameThreadTaskRunner());
        settings.property("theme", "light").set("dark");
        Files.delete(later);
        settings.close();
        assertThat(new Settings(later, new SameThreadTaskRunner())
                        .property("theme", "light")
                        .get())
                .isEqualTo("dark");
    }

    @Test
    void trustDoesNotReachIntoOtherFolders() {
        Settings settings = open();
        settings.trust(folder.resolve("a"));
        assertThat(settings.trusts(folder.resolve("a/b"))).isFalse();
        assertThat(settings.trusts(folder)).isFalse();
        assertThat(settings.trusts(folder.resolve("x/../a"))).isTrue();
    }

    @Test
    void aDamagedFileCostsTheMemoryOnly() throws IOException {
        Files.write(folder.resolve("bench.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, '\\', 'u'});
        assertThat(open().recent()).isEmpty();
        assertThat(open().property("theme", "light").get()).isEqualTo("light");
    }

    @Test
    void aFolderThatCannotBeWrittenCostsTheMemoryOnly() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Settings settings = new Settings(file, new SameThreadTaskRunner());
        settings.property("theme", "light").set("dark");
        assertThat(settings.property("theme", "light").get()).isEqualTo("dark");
    }

    @Test
    void everyPlatformHasItsPlace() {
        Path home = Path.of("home");
        assertThat(SettingsFolder.of("Linux", home, Map.of())).isEqualTo(home.resolve(".config/bobbin"));
        assertThat(SettingsFolder.of("Linux", home, Map.of("XDG_CONFIG_HOME", "xdg")))
                .isEqualTo(Path.of("xdg/bobbin"));
        assertThat(SettingsFolder.of("Windows 11", home, Map.of("APPDATA", "roaming")))
                .isEqualTo(Path.of("roaming/Bobbin"));
        assertThat(SettingsFolder.of("Mac OS X", home, Map.of()))
                .isEqualTo(home.resolve("Library/Application Support/Bobbin"));
    }

    private Settings open() {
        return new Settings(folder, new SameThreadTaskRunner());
    }

    @Test
    void theHomeFolderIsTheOneOtherProgramsUse() {
        Path account = folder.resolve("account");
        Path named = folder.resolve("named").toAbsolutePath();
        assertThat(SettingsFolder.home("Linux", account, Map.of("HOME", named.toString())))
                .isEqualTo(named);
        assertThat(SettingsFolder.home("Mac OS X", account, Map.of("HOME", named.toString())))
                .isEqualTo(named);
        assertThat(SettingsFolder.home("Windows 11", account, Map.of("HOME", named.toString())))
                .isEqualTo(account);
        assertThat(SettingsFolder.home("Linux", account, Map.of("HOME", ""))).isEqualTo(account);
        assertThat(SettingsFolder.home("Linux", account, Map.of("HOME", "relative")))
                .isEqualTo(account);
    }
}
