package dev.bobbin.emulator.item;

/** What {@code resources/functions.json} says. Source: item definition, "FunctionsMetadata". */
public record FunctionsMetadata() {}
