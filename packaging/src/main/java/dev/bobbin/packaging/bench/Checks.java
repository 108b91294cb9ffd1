package dev.bobbin.packaging.bench;

import dev.bobbin.emulator.check.ItemChecker;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Checking a script of 2,000 lines, as the window does while somebody types: parsing and all rules.
 *
 * @param work an empty folder for the item
 */
record Checks(Path work) implements Benchmark {

    private static final int LINES = 2000;
    private static final int WARM_UP = 20;
    private static final int RUNS = 50;
    private static final double AIM_WHOLE = 300;
    private static final double AIM_EDIT = 30;

    /** One function of ten lines; the number makes it unlike all others. */
    private static final String FUNCTION = """
            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def function%1$d(db: fn.FabricSqlConnection, name: str, amounts: list[float]) -> dict:
                cursor = db.connect().cursor()
                cursor.execute("SELECT Id, Name FROM dbo.T%1$d WHERE Name = ?", name)
                rows = [dict(zip(("Id", "Name"), row)) for row in cursor.fetchall()]
                total = sum(a * 1.19 for a in amounts if a > %1$d)
                return {"rows": rows, "total": round(total, 2), "label": f"{name}-{total:.2f}"}


            """;

    @Override
    public String name() {
        return "check";
    }

    @Override
    public List<Measurement> measure() throws IOException {
        Path folder = Files.createDirectories(work.resolve("Check.UserDataFunction"));
        Files.writeString(folder.resolve(ItemFolder.SCRIPT), script(0));
        ItemFolder item = ItemReader.read(folder);
        String script = script(0);
        // A file nobody has seen: no statement of it is known from the run before.
        Measurement whole = measure(item, "check 2,000 lines, all new", AIM_WHOLE, i -> script(1 + i * LINES));
        Measurement edit = measure(
                item,
                "check 2,000 lines after an edit of one",
                AIM_EDIT,
                i -> script.replace("a > 97)", "a > 97 + " + i + ")"));
        return List.of(whole, edit);
    }

    private static Measurement measure(ItemFolder item, String name, double aim, IntFunction<String> scripts) {
        double[] times = new double[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            String script = scripts.apply(i + WARM_UP);
            long start = System.nanoTime();
            ItemChecker.check(item, SourceParser.outline(script), ServiceProfiles.standard());
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return Measurement.of(name, "ms", aim, times);
    }

    private static String script(int first) {
        StringBuilder script = new StringBuilder("import fabric.functions as fn\n\nudf = fn.UserDataFunctions()\n\n\n");
        long lines = FUNCTION.lines().count();
        for (int i = 0; i < LINES / lines; i++) {
            script.append(FUNCTION.formatted(first + i));
        }
        return script.toString();
    }
}
