package dev.bobbin.emulator.python;

import java.util.List;
import java.util.Map;

/**
 * How a child process is started.
 *
 * @param words the program and its arguments
 * @param environment variables added to this process's own
 */
record ChildCommand(List<String> words, Map<String, String> environment) {

    ChildCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }
}
