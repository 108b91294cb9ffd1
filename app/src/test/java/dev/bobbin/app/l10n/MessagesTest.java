package dev.bobbin.app.l10n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts and the code that asks for them fit each other. */
class MessagesTest {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[a-z][A-Za-z]*\\.)+[A-Za-z0-9_.]*)\"( \\+)?");
    private final Set<String> keys = ResourceBundle.getBundle(Messages.BUNDLE).keySet();

    @Test
    void everyTextIsAskedForSomewhere() throws IOException {
        Set<String> asked = literals();
        assertThat(keys)
                .allMatch(key -> asked.stream()
                        .anyMatch(
                                literal -> literal.equals(key) || (literal.endsWith(".") && key.startsWith(literal))));
    }

    @Test
    void everyTextAskedForIsThere() throws IOException {
        Set<String> missing = new TreeSet<>(calls());
        missing.removeAll(keys);
        assertThat(missing).isEmpty();
    }

    @Test
    void noTextHasAnApostropheThatMessageFormatWouldSwallow() {
        ResourceBundle texts = ResourceBundle.getBundle(Messages.BUNDLE);
        assertThat(keys).noneMatch(key -> texts.getString(key).contains("'"));
    }

    private static Set<String> literals() throws IOException {
        return find(LITERAL);
    }

    private static Set<String> calls() throws IOException {
        return find(Pattern.compile("\\btext\\(\\s*\"([^\"]+[^.\"])\""));
    }

    private static Set<String> find(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }
}
