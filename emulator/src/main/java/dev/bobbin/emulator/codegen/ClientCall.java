package dev.bobbin.emulator.codegen;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The call that client code makes.
 *
 * @param itemName name of the item in its workspace, which notebooks call it by
 * @param streaming whether the function answers with a stream instead of the envelope
 * @param body the values to pass, by parameter
 */
public record ClientCall(String itemName, String function, boolean streaming, ObjectNode body) {}
