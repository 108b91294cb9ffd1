package dev.bobbin.app.fx;

import javafx.css.PseudoClass;

/** The look of what stands for the absence of a value, such as null. */
public final class Faint {

    public static final PseudoClass STATE = PseudoClass.getPseudoClass("faint");

    private Faint() {}
}
