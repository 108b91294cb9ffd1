package dev.bobbin.emulator.service;

/**
 * An error in words for somebody who did not write the code.
 *
 * @param id of the entry in the catalogue, such as {@code missing-input} or {@code exception.KeyError}
 * @param what happened
 * @param why the service does so
 * @param todo what to do about it
 * @param technical the error as the service words it, with its properties
 */
public record PlainError(String id, String what, String why, String todo, String technical) {}
