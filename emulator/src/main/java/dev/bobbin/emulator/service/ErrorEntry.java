package dev.bobbin.emulator.service;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One entry of an envelope's {@code errors}.
 *
 * <p>The documents name the key {@code name}, the SDK emits {@code errorCode}; both are written, with the same value.
 *
 * @param properties an object node
 */
public record ErrorEntry(String name, String message, JsonNode properties) {}
