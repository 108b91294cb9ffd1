package dev.bobbin.emulator.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a wheel tells without being installed. Source: Python packaging, "Binary distribution format".
 *
 * @param bytes its size; 0 when it is gone
 * @param tags Python, ABI and platform from its name, such as {@code py3-none-any}; null when the name is no wheel's
 * @param modules top-level names it brings
 * @param nativeCode files with code for one kind of machine
 * @param requires names of the libraries its metadata always asks for; those asked for under a condition are left out
 * @param requiresPython what its metadata asks for, such as {@code >=3.12}; null when it asks for nothing
 * @param readable whether it is a zip file that can be read
 */
public record Wheel(
        String fileName,
        long bytes,
        @Nullable String tags,
        Set<String> modules,
        List<String> nativeCode,
        List<String> requires,
        @Nullable String requiresPython,
        boolean readable) {

    private static final Pattern NAME =
            Pattern.compile("[^-]+-[^-]+(-\\d[^-]*)?-([^-]+-[^-]+-[^-]+)\\.whl", Pattern.CASE_INSENSITIVE);
    private static final Pattern REQUIRES = Pattern.compile("(?m)^Requires-Python:\\s*(.+)$");
    private static final Pattern LIBRARY = Pattern.compile("(?m)^Requires-Dist:\\s*([A-Za-z0-9][\\w.-]*)[^;\\r\\n]*$");
    private static final Pattern HEADER_END = Pattern.compile("\\r?\\n\\r?\\n");
    private static final Pattern MINIMUM = Pattern.compile("(>=|>|==|~=)\\s*3\\.(\\d+)");
    private static final int LARGEST_METADATA = 1_000_000;
    private static final int MOST_ENTRIES = 200_000;

    /** Python of published functions. */
    private static final int MINOR = 11;

    /** Looks into a file; never fails, see {@link #readable()}. */
    public static Wheel read(Path file) {
        String name = String.valueOf(file.getFileName());
        Matcher parts = NAME.matcher(name);
        String tags = parts.matches() ? parts.group(2) : null;
        long bytes = size(file);
        Set<String> modules = new HashSet<>();
        List<String> nativeCode = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            String metadata = "";
            for (int i = 0; i < MOST_ENTRIES && entries.hasMoreElements(); i++) {
                ZipEntry entry = entries.nextElement();
                look(entry.getName(), modules, nativeCode);
                if (entry.getName().endsWith(".dist-info/METADATA")) {
                    metadata = HEADER_END.split(text(zip, entry), 2)[0];
                }
            }
            Matcher requires = REQUIRES.matcher(metadata);
            String python = requires.find() ? requires.group(1).strip() : null;
            List<String> needs = LIBRARY.matcher(metadata)
                    .results()
                    .map(line -> line.group(1))
                    .toList();
            return new Wheel(name, bytes, tags, Set.copyOf(modules), List.copyOf(nativeCode), needs, python, true);
        } catch (IOException | IllegalArgumentException e) {
            return new Wheel(name, bytes, tags, Set.of(), List.of(), List.of(), null, false);
        }
    }

    private static void look(String entry, Set<String> modules, List<String> nativeCode) {
        int slash = entry.indexOf('/');
        String top = slash < 0 ? entry : entry.substring(0, slash);
        if (slash < 0 && top.endsWith(".py")) {
            modules.add(top.substring(0, top.length() - ".py".length()));
        } else if (slash > 0 && !top.endsWith(".dist-info") && !top.endsWith(".data")) {
            modules.add(top);
        }
        String lower = entry.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".so") || lower.endsWith(".pyd") || lower.endsWith(".dylib") || lower.endsWith(".dll")) {
            nativeCode.add(entry);
        }
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LARGEST_METADATA), StandardCharsets.UTF_8);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Gone since it was listed: there is nothing to say about its size.
            return 0;
        }
    }

    /** Whether it holds code for one kind of machine. */
    public boolean isNative() {
        return !nativeCode.isEmpty()
                || (tags != null && !tags.toLowerCase(Locale.ROOT).endsWith("-any"));
    }

    /** Whether Python 3.11 on 64-bit Linux can load it, judged by the tags of its name. */
    public boolean fitsService() {
        if (tags == null) {
            return true;
        }
        String[] parts = tags.toLowerCase(Locale.ROOT).split("-");
        boolean python = parts[0].contains("py3") || parts[0].contains("cp311") || parts[1].contains("abi3");
        boolean machine = parts[2].equals("any") || (parts[2].contains("linux") && parts[2].contains("x86_64"));
        return python && machine;
    }

    /** The system it was built for, as people call it; otherwise its tags. */
    public String builtFor() {
        String built = Objects.requireNonNullElse(tags, "");
        String platform = built.substring(built.lastIndexOf('-') + 1).toLowerCase(Locale.ROOT);
        return platform.startsWith("win") ? "Windows" : platform.startsWith("macosx") ? "macOS" : built;
    }

    /** The least minor version of Python 3 it asks for, when that is above the service's. */
    Optional<String> newerPython() {
        String asked = requiresPython;
        if (asked == null) {
            return Optional.empty();
        }
        Matcher minimum = MINIMUM.matcher(asked);
        while (minimum.find()) {
            int minor = Integer.parseInt(
                    minimum.group(2).substring(0, Math.min(4, minimum.group(2).length())));
            if (minor > MINOR || (minor == MINOR && minimum.group(1).equals(">") && !asked.contains("3.11."))) {
                return Optional.of(asked);
            }
        }
        return Optional.empty();
    }
}
