package dev.bobbin.packaging.image;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Native libraries in jars: which platform they are for. Libraries name it in the path, each in words of its own, such as
 * {@code org/sqlite/native/Linux/x86_64/}, {@code win/amd64/}, {@code lib/aarch64-macos-tree-sitter.dylib}.
 */
final class Natives {

    private static final Pattern SEPARATORS = Pattern.compile("[/.-]|_(?!64)");

    /** How jars call the systems; those that Bobbin never runs on have the name "other". */
    private static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry("linux", "linux"),
            Map.entry("win", "windows"),
            Map.entry("windows", "windows"),
            Map.entry("mac", "mac"),
            Map.entry("macos", "mac"),
            Map.entry("macosx", "mac"),
            Map.entry("darwin", "mac"),
            Map.entry("osx", "mac"),
            Map.entry("musl", "other"),
            Map.entry("android", "other"),
            Map.entry("aix", "other"),
            Map.entry("freebsd", "other"),
            Map.entry("sunos", "other"));

    private static final Map<String, String> PROCESSORS = Map.ofEntries(
            Map.entry("amd64", "amd64"),
            Map.entry("x86_64", "amd64"),
            Map.entry("x64", "amd64"),
            Map.entry("aarch64", "aarch64"),
            Map.entry("arm64", "aarch64"),
            Map.entry("x86", "other"),
            Map.entry("i386", "other"),
            Map.entry("arm", "other"),
            Map.entry("armv6", "other"),
            Map.entry("armv7", "other"),
            Map.entry("ppc64", "other"),
            Map.entry("ppc64le", "other"),
            Map.entry("riscv64", "other"),
            Map.entry("s390x", "other"),
            Map.entry("loongarch64", "other"),
            Map.entry("mips64", "other"),
            Map.entry("sparcv9", "other"));

    private static final Set<String> ENDINGS = Set.of("so", "dll", "dylib", "jnilib", "a", "lib", "exe", "pyd");

    private final String system;
    private final String processor;

    /**
     * @param system as the property {@code os.name} calls it
     * @param processor as the property {@code os.arch} calls it
     */
    Natives(String system, String processor) {
        String lower = system.toLowerCase(Locale.ROOT);
        this.system = lower.startsWith("windows") ? "windows" : lower.startsWith("mac") ? "mac" : "linux";
        this.processor = PROCESSORS.getOrDefault(processor.toLowerCase(Locale.ROOT), "other");
    }

    /** Those of the computer this runs on. */
    static Natives ofThisComputer() {
        return new Natives(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** Whether an entry of a jar is native code. */
    static boolean isNative(String entry) {
        return ENDINGS.contains(entry.substring(entry.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether an entry of a jar is of no use on the computer: native code whose path names another platform only. */
    boolean isForeign(String entry) {
        if (!isNative(entry)) {
            return false;
        }
        List<String> words =
                SEPARATORS.splitAsStream(entry.toLowerCase(Locale.ROOT)).toList();
        return foreign(words, SYSTEMS, system) || foreign(words, PROCESSORS, processor);
    }

    /** A path may name several, as {@code linux-musl} does: the last one counts. */
    private static boolean foreign(List<String> words, Map<String, String> names, String own) {
        Optional<String> named =
                words.stream().map(names::get).filter(name -> name != null).reduce((first, second) -> second);
        return named.isPresent() && !named.get().equals(own);
    }
}
