package dev.bobbin.packaging.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The class path without what an installed program never reads. GraalPy's jars come uncompressed, and most others carry
 * native code for a dozen platforms: half of the size goes.
 */
final class SlimJars {

    /** All entries get this time, so that the same jars come out of every build. */
    private static final FileTime TIME = FileTime.fromMillis(ImageMaker.TIME.toEpochMilli());

    /** Python files, GraalPy's and Bobbin's own, which an image holds as files. */
    private static final Pattern UNPACKED =
            Pattern.compile("META-INF/resources/(libpython|libgraalpy|include|ni|linux|darwin|windows)/.*"
                    + "|python/(bobbin_worker|fabric|pyodbc|azure)/.*");

    /**
     * Data of ICU for texts of user interfaces: names of currencies, languages, regions, units and time zones, spelled-out
     * numbers, transliteration and line breaks. Python's unicodedata, codecs and case rules read none of it.
     */
    private static final Pattern ICU_TEXTS =
            Pattern.compile(".*/icu/impl/data/icudata/(curr|lang|region|unit|zone|rbnf|translit|brkitr)/.*");

    /** Styles of the window's fonts that {@link dev.bobbin.themes.Fonts} does not load. */
    private static final Pattern FONT_STYLES = Pattern.compile(".*/flatlaf/fonts/[^/]*/[^/]*(Italic|Light)[^/]*");

    private final Predicate<String> unneeded;

    SlimJars(Natives natives) {
        this.unneeded = entry -> natives.isForeign(entry)
                || UNPACKED.matcher(entry).matches()
                || ICU_TEXTS.matcher(entry).matches()
                || FONT_STYLES.matcher(entry).matches();
    }

    /** Copies all jars of a folder, but not of the folders in it. */
    void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(file.getFileName().toString());
                if (file.toString().endsWith(".jar")) {
                    slim(file, target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private void slim(Path from, Path to) throws IOException {
        try (ZipFile source = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream target = new ZipOutputStream(file)) {
            target.setLevel(Deflater.BEST_COMPRESSION);
            for (ZipEntry entry : Collections.list(source.entries())) {
                if (!unneeded.test(entry.getName())) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setLastModifiedTime(TIME);
                    target.putNextEntry(copy);
                    try (InputStream content = source.getInputStream(entry)) {
                        content.transferTo(target);
                    }
                }
            }
        }
    }
}
