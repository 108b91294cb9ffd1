package dev.bobbin.app.shell;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A tab of the output area that a feature brings.
 *
 * @param id stable id of the tab, in kebab-case
 * @param title what the tab says, which may count something
 * @param content makes the view, once, when the bench is first shown
 */
public record OutputTab(String id, ObservableValue<String> title, Supplier<? extends Node> content) {}
