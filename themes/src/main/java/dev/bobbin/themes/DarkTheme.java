package dev.bobbin.themes;

import atlantafx.base.theme.PrimerDark;

/** The dark theme. */
public final class DarkTheme implements BenchTheme {

    @Override
    public String id() {
        return "dark";
    }

    @Override
    public boolean dark() {
        return true;
    }

    @Override
    public String userAgentStylesheet() {
        return new PrimerDark().getUserAgentStylesheetBSS();
    }

    @Override
    public String tokens() {
        return "tokens-dark.css";
    }
}
