package dev.bobbin.app.shell;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A tab that a feature brings, for the output area or for the centre.
 *
 * @param id stable id of the tab, in kebab-case
 * @param title what the tab says, which may count something
 * @param content makes the view, once: in the output area when the bench is first shown, in the centre when the tab is
 */
public record FeatureTab(String id, ObservableValue<String> title, Supplier<? extends Node> content) {}
