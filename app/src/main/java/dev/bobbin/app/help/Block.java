package dev.bobbin.app.help;

import javafx.scene.Node;

/** A paragraph, a list entry or a row of a table: what a search finds. @param text what it says */
record Block(Node node, String text) {}
