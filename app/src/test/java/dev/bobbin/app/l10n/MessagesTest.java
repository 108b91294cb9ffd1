package dev.bobbin.app.l10n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts and the code that asks for them fit each other. */
class MessagesTest {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[a-z][A-Za-z]*\\.)+[A-Za-z0-9_.]*)\"( \\+)?");
    private final Set<String> keys = Messages.bundle(Locale.ENGLISH).keySet();

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
        ResourceBundle texts = Messages.bundle(Locale.ENGLISH);
        assertThat(keys).noneMatch(key -> texts.getString(key).contains("'"));
    }

    @Test
    void noLanguageLacksATextOrAnArgument() {
        ResourceBundle english = Messages.bundle(Locale.ENGLISH);
        for (Locale language : Messages.LANGUAGES) {
            ResourceBundle texts = Messages.bundle(language);
            for (String key : keys) {
                assertThat(arguments(texts.getString(key)))
                        .as(language + " " + key)
                        .isEqualTo(arguments(english.getString(key)));
                assertThat(texts.getString(key))
                        .as(language + " " + key)
                        .isNotBlank()
                        .doesNotContain("'");
            }
        }
        assertThat(Messages.bundle(Locale.GERMAN).keySet()).hasSameSizeAs(keys);
        assertThat(Messages.bundle(Locale.GERMAN).getString("command.SAVE")).isEqualTo("Speichern");
    }

    /** A language's file holds every key itself: a key it lacks would be read from the English one, unnoticed. */
    @Test
    void theGermanFileHoldsEveryKeyItself() throws IOException {
        Properties german = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/dev/bobbin/app/messages_de.properties"))) {
            german.load(in);
        }
        assertThat(german.stringPropertyNames()).isEqualTo(keys);
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
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
