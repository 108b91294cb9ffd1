package dev.bobbin.themes;

import atlantafx.base.theme.PrimerDark;

/** The high contrast theme: light on black, every border visible, text at a ratio of 7 to 1 and above. */
public final class ContrastTheme implements BenchTheme {

    @Override
    public String id() {
        return "contrast";
    }

    @Override
    public boolean dark() {
        return true;
    }

    @Override
    public boolean highContrast() {
        return true;
    }

    @Override
    public String userAgentStylesheet() {
        return new PrimerDark().getUserAgentStylesheetBSS();
    }

    @Override
    public String tokens() {
        return "tokens-contrast.css";
    }
}
