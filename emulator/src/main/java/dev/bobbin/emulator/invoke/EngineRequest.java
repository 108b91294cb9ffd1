package dev.bobbin.emulator.invoke;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;

/**
 * What the worker needs to make one call.
 *
 * @param body the request body as sent
 * @param bindings one object a bound parameter, as {@code docs/protocol.md} describes
 * @param responseBytes largest result, in bytes
 */
public record EngineRequest(
        String invocationId,
        String function,
        String body,
        ArrayNode bindings,
        ExecutingUser user,
        long responseBytes,
        Duration timeLimit) {}
