package dev.bobbin.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of the licences of a packaged program's libraries: those that lie in the libraries themselves, with their own
 * notices of copyright, and for libraries that bring none the common texts of the bill of materials.
 */
final class LicenceTexts {

    private static final Pattern NAMED = Pattern.compile(
            "(META-INF/([^/]+/)*)?(LICEN[SC]E|NOTICE|COPYING|COPYRIGHT)[^/]*", Pattern.CASE_INSENSITIVE);

    /** Each text with those it belongs to, in the order they were met. */
    private final Map<String, TreeSet<String>> texts = new LinkedHashMap<>();

    private LicenceTexts() {}

    /**
     * All texts, each once, below the names of what it belongs to.
     *
     * @param home folder of the packaged program
     * @throws IOException when a file cannot be read
     */
    static String of(Path home) throws IOException {
        LicenceTexts all = new LicenceTexts();
        for (Path jar : files(home.resolve("lib"), ".jar")) {
            all.addJar(jar);
        }
        for (Path library : files(home.resolve("python/bobbin_worker/bundled"), ".dist-info")) {
            for (Path text : files(library, "")) {
                if (NAMED.matcher(text.getFileName().toString()).matches()) {
                    all.add(
                            Files.readString(text),
                            library.getFileName().toString().replace(".dist-info", ""));
                }
            }
        }
        all.addBill(home.resolve("sbom.json"));
        StringBuilder written = new StringBuilder();
        all.texts.forEach((text, owners) -> written.append("=== ")
                .append(String.join(", ", owners))
                .append("\n\n")
                .append(text)
                .append("\n\n"));
        return written.toString();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private void addJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<JarEntry> entries = file.stream()
                    .filter(entry -> !entry.isDirectory()
                            && NAMED.matcher(entry.getName()).matches())
                    .toList();
            for (JarEntry entry : entries) {
                add(
                        new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8),
                        jar.getFileName().toString());
            }
        }
    }

    private void addBill(Path bill) throws IOException {
        if (!Files.isRegularFile(bill)) {
            return;
        }
        for (JsonNode component : new ObjectMapper().readTree(bill.toFile()).path("components")) {
            for (JsonNode of : component.path("licenses")) {
                JsonNode licence = of.path("license");
                JsonNode content = licence.path("text").path("content");
                if (content.isTextual()) {
                    boolean packed =
                            licence.path("text").path("encoding").asText("").equals("base64");
                    add(
                            packed
                                    ? new String(Base64.getDecoder().decode(content.asText()), StandardCharsets.UTF_8)
                                    : content.asText(),
                            licence.path("id").asText(licence.path("name").asText("")));
                }
            }
        }
    }

    private void add(String text, String owner) {
        String plain = text.strip().replace("\r\n", "\n");
        // Some of the common texts are a reference of a few words.
        if (plain.lines().count() > 2) {
            texts.computeIfAbsent(plain, _ -> new TreeSet<>()).add(owner);
        }
    }
}
