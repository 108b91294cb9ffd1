package dev.bobbin.emulator.finding;

import dev.bobbin.emulator.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One thing to know about an item, in words for an analyst.
 *
 * @param rule stable id in kebab-case, such as {@code json-syntax} or {@code missing-return-type}
 * @param message one or two plain sentences: what is wrong and what to do
 * @param source the document and section a rule comes from; null when it comes from the file's own format
 * @param fix null when there is none
 */
public record Finding(
        String rule,
        Severity severity,
        Place place,
        Message message,
        @Nullable String source,
        @Nullable QuickFix fix) {

    /** A finding that neither a document nor a fix belongs to. */
    public static Finding of(String rule, Severity severity, Place place, Message message) {
        return new Finding(rule, severity, place, message, null, null);
    }
}
