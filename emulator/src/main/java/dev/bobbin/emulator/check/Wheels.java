package dev.bobbin.emulator.check;

import java.nio.file.Path;
import java.util.List;

/** The item's own wheels. */
record Wheels(List<Wheel> all) {

    static Wheels of(List<Path> files) {
        return new Wheels(files.stream().map(Wheel::read).toList());
    }

    /** Whether one of them brings a module of that top-level name. */
    boolean bring(String module) {
        return all.stream().anyMatch(wheel -> wheel.modules().contains(module));
    }

    boolean contains(String fileName) {
        return all.stream().anyMatch(wheel -> wheel.fileName().equals(fileName));
    }
}
