package dev.bobbin.emulator.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final Path TEXTS = Path.of("src/main/resources/dev/bobbin/emulator/message");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9.-]+)\"");
    private static final Pattern CALL =
            Pattern.compile("\\b(?:Message|PlainException|RefusedValueException)\\.of\\(\\s*\"([^\"]+[^.\"])\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

    /** Texts of a file itself: a bundle would fill what German lacks from English, unnoticed. */
    private static Properties english = new Properties();

    private static Properties german = new Properties();
    private static String sources = "";

    @BeforeAll
    static void read() throws IOException {
        english = texts("messages.properties");
        german = texts("messages_de.properties");
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        sources = all.toString();
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(TEXTS.resolve(file))) {
            texts.load(in);
        }
        return texts;
    }

    private static Set<String> inSources(Pattern pattern) {
        Matcher matcher = pattern.matcher(sources);
        return matcher.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextAskedForIsThere() {
        assertThat(english.stringPropertyNames()).containsAll(inSources(CALL));
    }

    @Test
    void noTextIsSuperfluous() {
        Set<String> literals = inSources(LITERAL);

        assertThat(english.stringPropertyNames())
                .allMatch(key -> literals.contains(key)
                        || literals.stream().anyMatch(start -> start.endsWith(".") && key.startsWith(start)));
    }

    @Test
    void germanHasEveryTextWithTheSamePlaces() {
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(german.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(german.getProperty(key))
                    .as(key)
                    .isNotBlank()
                    .isNotEqualTo(english.getProperty(key))
                    // German has quotation marks of its own.
                    .doesNotContain("'");
        }
    }

    @Test
    void saysMessagesAndNumbersInTheReadersLanguageAndOtherValuesAsTheyAre() {
        Message size = Message.of("wheel-too-large", "$1 {0}\\.whl", 30.25, "Fabric", 28.6);
        Message type = Message.of("json-type", Path.of("libraries"), Message.of("json-type.list"));

        assertThat(size.english()).isEqualTo("$1 {0}\\.whl has 30.3 MB; Fabric accepts 28.6 MB at most.");
        assertThat(size.in(Locale.GERMANY)).isEqualTo("$1 {0}\\.whl hat 30,3 MB; Fabric nimmt höchstens 28,6 MB an.");
        assertThat(type.in(Locale.GERMAN)).isEqualTo("libraries soll eine Liste sein und wird übergangen.");
        assertThat(type.in(Locale.JAPANESE)).isEqualTo(type.english()).contains("a list");
    }

    @Test
    void isTheSameWhenItSaysTheSame() {
        assertThat(Message.of("too-large", Path.of("a"), 1L, 2L)).isEqualTo(Message.of("too-large", "a", 1L, 2L));
        assertThat(Message.of("fix.add", (Object) null)).isEqualTo(Message.of("fix.add", "null"));
    }
}
