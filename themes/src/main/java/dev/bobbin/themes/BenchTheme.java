package dev.bobbin.themes;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A look of the whole window. A theme is a set of token values over shared rules, never a fork of the rules.
 *
 * <p>Themes are found by {@link ServiceLoader}: another one is added by naming it in
 * {@code META-INF/services/dev.bobbin.themes.BenchTheme}.
 */
public interface BenchTheme {

    /** Stable name kept in the settings, such as {@code light}. */
    String id();

    /** Whether light text stands on a dark ground. */
    boolean dark();

    /** Whether it is for people who need more contrast than others. */
    default boolean highContrast() {
        return false;
    }

    /** Address of the style sheet for standard controls. */
    String userAgentStylesheet();

    /** Resource of this theme's token values, a style sheet of look-up colours. */
    String tokens();

    /** Addresses of the style sheets to add to a scene, in order: tokens, then the rules that use them. */
    default List<String> stylesheets() {
        return List.of(address(tokens()), address("bench.css"));
    }

    /** All themes: light ones first, those of high contrast last. */
    static List<BenchTheme> all() {
        return ServiceLoader.load(BenchTheme.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(BenchTheme::highContrast)
                        .thenComparing(BenchTheme::dark)
                        .thenComparing(BenchTheme::id))
                .toList();
    }

    private static String address(String resource) {
        var url = BenchTheme.class.getResource(resource);
        if (url == null) {
            throw new IllegalStateException("style sheet missing from the jar: " + resource);
        }
        return url.toExternalForm();
    }
}
