package dev.bobbin.app.form;

import javafx.css.PseudoClass;

/** The look of what stands for the absence of a value, such as null. */
final class Faint {

    static final PseudoClass STATE = PseudoClass.getPseudoClass("faint");

    private Faint() {}
}
