package dev.bobbin.themes;

import atlantafx.base.theme.PrimerLight;

/** The light theme. */
public final class LightTheme implements BenchTheme {

    @Override
    public String id() {
        return "light";
    }

    @Override
    public boolean dark() {
        return false;
    }

    @Override
    public String userAgentStylesheet() {
        return new PrimerLight().getUserAgentStylesheetBSS();
    }

    @Override
    public String tokens() {
        return "tokens-light.css";
    }
}
