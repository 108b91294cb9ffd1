package dev.bobbin.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tokens: every theme has all of them, text can be read on its ground, and the rules use nothing else. */
class TokensTest {

    /** WCAG 2.2, 1.4.3 Contrast (Minimum), level AA. */
    private static final double TEXT = 4.5;

    /** WCAG 2.2, 1.4.11 Non-text Contrast, level AA. */
    private static final double SIGN = 3;

    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+):\\s*(#[0-9a-f]{6});");
    private static final Pattern USE = Pattern.compile("-(?:color|bobbin)-[a-z0-9-]+");

    static List<BenchTheme> themes() {
        return BenchTheme.all();
    }

    /** WCAG 2.2, 1.4.6 Contrast (Enhanced), level AAA. */
    private static final double ENHANCED = 7;

    @Test
    void thereIsALightADarkAndAHighContrastTheme() {
        assertThat(BenchTheme.all()).extracting(BenchTheme::id).containsExactly("light", "dark", "contrast");
    }

    @Test
    void textOfTheHighContrastThemeHasMoreThanItsShare() throws IOException {
        Map<String, Color> tokens = tokens(BenchTheme.all().getLast());
        for (String text : List.of("default", "muted", "subtle")) {
            check(tokens, "-color-fg-" + text, "-color-bg-default", ENHANCED);
            check(tokens, "-color-fg-" + text, "-color-bg-inset", ENHANCED);
        }
        check(tokens, "-color-border-default", "-color-bg-default", ENHANCED);
    }

    @Test
    void allThemesHaveTheSameTokens() throws IOException {
        Set<String> first = tokens(BenchTheme.all().getFirst()).keySet();
        for (BenchTheme theme : BenchTheme.all()) {
            assertThat(tokens(theme).keySet()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void textCanBeReadOnEveryGroundItStandsOn(BenchTheme theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        for (String ground : List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-color-bg-overlay")) {
            for (String text : List.of("-color-fg-default", "-color-fg-muted", "-color-accent-fg")) {
                check(tokens, text, ground, TEXT);
            }
        }
        check(tokens, "-color-fg-subtle", "-color-bg-default", TEXT);
        check(tokens, "-color-fg-subtle", "-color-bg-subtle", TEXT);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void statusTextCanBeReadOnItsOwnGroundAndOnPanels(BenchTheme theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        for (String status : List.of("accent", "success", "warning", "danger")) {
            String text = "-color-" + status + "-fg";
            check(tokens, text, "-color-" + status + "-subtle", TEXT);
            check(tokens, text, "-color-bg-default", TEXT);
            check(tokens, text, "-color-bg-subtle", TEXT);
            check(tokens, "-color-fg-default", "-color-" + status + "-subtle", TEXT);
            check(tokens, "-color-fg-emphasis", "-color-" + status + "-emphasis", TEXT);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void codeCanBeReadOnEveryGroundOfTheEditor(BenchTheme theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        List<String> colours = tokens.keySet().stream()
                .filter(name -> name.matches("-bobbin-code-(keyword|string|number|comment|decorator|name|builtin)"))
                .toList();
        assertThat(colours).hasSize(7);
        for (String ground : List.of("-color-bg-default", "-bobbin-code-line", "-bobbin-code-error-ground")) {
            for (String colour : colours) {
                check(tokens, colour, ground, TEXT);
            }
        }
        check(tokens, "-color-fg-default", "-bobbin-code-match", TEXT);
        check(tokens, "-color-fg-default", "-bobbin-selection", TEXT);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void theFocusIsSeenOnEveryPanel(BenchTheme theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        for (String ground : List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-color-bg-overlay")) {
            check(tokens, "-bobbin-focus", ground, SIGN);
        }
    }

    @Test
    void theRulesUseOnlyTokensThatExistAndNoColoursOfTheirOwn() throws IOException {
        String rules = resource("bench.css").replaceAll("(?s)/\\*.*?\\*/", "");
        Set<String> known = new TreeSet<>(tokens(BenchTheme.all().getFirst()).keySet());
        // Look-ups of AtlantaFX that rules set rather than read.
        known.addAll(Set.of(
                "-color-input-border",
                "-color-input-border-focused",
                "-color-cell-bg-selected",
                "-color-cell-bg-selected-focused"));
        IntStream.rangeClosed(1, 8).forEach(i -> known.add("-color-chart-" + i));
        assertThat(found(USE, rules)).isSubsetOf(known);
        assertThat(rules).doesNotContainPattern("#[0-9a-fA-F]{3}");
    }

    @Test
    void typeSizesAndRadiiAreThoseOfTheScale() throws IOException {
        String rules = resource("bench.css");
        assertThat(found(Pattern.compile("(?<=-fx-font-size: )\\d+px"), rules))
                .isSubsetOf(Set.of("11px", "12px", "13px", "16px", "24px"));
        assertThat(found(Pattern.compile("(?<=-radius: )\\d+px"), rules)).isSubsetOf(Set.of("4px", "8px"));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyStyleSheetOfAThemeIsThere(BenchTheme theme) {
        assertThat(Stream.concat(theme.stylesheets().stream(), Stream.of(theme.userAgentStylesheet())))
                .allSatisfy(address -> assertThat(address).isNotBlank());
    }

    private static void check(Map<String, Color> tokens, String text, String ground, double least) {
        Color one = Objects.requireNonNull(tokens.get(text), text);
        Color other = Objects.requireNonNull(tokens.get(ground), ground);
        assertThat(Contrast.ratio(one, other)).as(text + " on " + ground).isGreaterThanOrEqualTo(least);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Color> tokens(BenchTheme theme) throws IOException {
        return TOKEN.matcher(resource(theme.tokens()))
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> Color.web(match.group(2))));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(BenchTheme.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
