package dev.bobbin.app.settings;

import dev.bobbin.app.ChildProgram;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Another Bobbin on the same settings: a process that changes many of them, one after the other. */
final class OtherProgram {

    private static final int CHANGES = 40;

    private OtherProgram() {}

    /** Starts it; it is at work already when this returns. */
    static Process start(Path folder) throws IOException {
        return ChildProgram.start(OtherProgram.class, folder.toString());
    }

    /** The names of the settings it changes, for a program of that name. */
    static Stream<String> names(String program) {
        return IntStream.range(0, CHANGES).mapToObj(i -> program + "." + i);
    }

    /** Changes them. */
    static void write(Settings settings, String program) {
        names(program).forEach(name -> settings.property(name, "").set("kept"));
    }

    public static void main(String[] arguments) {
        Settings settings = new Settings(Path.of(arguments[0]), new SameThreadTaskRunner());
        settings.property("other.started", "").set("yes");
        ChildProgram.started();
        write(settings, "other");
    }
}
