package dev.bobbin.emulator.python;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.invoke.StreamChunk;
import dev.bobbin.emulator.invoke.StreamHead;
import dev.bobbin.emulator.invoke.Traceback;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message of the child, as {@code docs/protocol.md} lists them. Run number 0 stands for "no run". */
sealed interface ChildMessage {

    record Ready(String pythonVersion) implements ChildMessage {}

    record Loaded(int module) implements ChildMessage {}

    record LoadFailed(
            int module, Traceback traceback, @Nullable String missingModule) implements ChildMessage {}

    record Log(int run, LogLine line) implements ChildMessage {}

    record Host(int call, int run, String operation, JsonNode arguments) implements ChildMessage {}

    record Stream(int run, StreamHead head) implements ChildMessage {}

    record Chunk(int run, StreamChunk chunk) implements ChildMessage {}

    record Result(int run, EngineOutcome.Answered outcome) implements ChildMessage {}

    /** A line that is no message. */
    record Unknown(String line) implements ChildMessage {

        private static final Pattern ANSWER = Pattern.compile("\"type\": ?\"(result|loaded|loadFailed)\"");

        /** Whether it is what is left of a message that something waits for. */
        boolean isDamagedAnswer() {
            return ANSWER.matcher(line).find();
        }
    }
}
