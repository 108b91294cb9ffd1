package dev.bobbin.app.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.ChildProgram;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs of an item that several programs have open. */
class InputFilesTest {

    private static final int NAMES = 40;

    @Test
    void programsThatSaveAtTheSameTimeLoseNothingOfEachOther(@TempDir Path folder) throws Exception {
        Path item = Files.createDirectories(folder.resolve("Orders.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), "");
        Process other = ChildProgram.start(InputFilesTest.class, item.toString(), "other");
        save(item, "this");
        assertThat(other.waitFor()).isZero();
        List<String> all = new ArrayList<>(names("this"));
        all.addAll(names("other"));
        assertThat(new InputFiles().named(read(item)).get("order")).containsOnlyKeys(all);
    }

    private static List<String> names(String program) {
        return IntStream.range(0, NAMES).mapToObj(i -> program + " " + i).toList();
    }

    private static void save(Path item, String program) throws IOException {
        ItemFolder read = read(item);
        for (String name : names(program)) {
            new InputFiles().keepNamed(read, "order", name, "{}");
        }
    }

    private static ItemFolder read(Path item) throws IOException {
        return ItemReader.read(item);
    }

    /** The other program. */
    public static void main(String[] arguments) throws IOException {
        ChildProgram.started();
        save(Path.of(arguments[0]), arguments[1]);
    }
}
