package dev.bobbin.emulator.item;

import dev.bobbin.emulator.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user data functions item as it lies on disk, read as far as it can be read.
 *
 * @param root the item folder, absolute
 * @param displayName from {@code .platform}, else the folder's name without {@code .UserDataFunction}
 * @param script text of {@code function_app.py} with its line ends, without a byte order mark; empty when there is none
 * @param scriptExists whether there is a {@code function_app.py}
 * @param functionsJson null when there is none or it could not be read
 * @param platform null when there is none or it could not be read
 * @param definitionFile {@code definition.json} with its places; null when there is none or it could not be read
 * @param functionsFile {@code functions.json} with its places; null when there is none or it could not be read
 * @param wheels files in {@code privateLibraries}, absolute, sorted
 * @param findings what reading found wrong
 */
public record ItemFolder(
        Path root,
        String displayName,
        String script,
        boolean scriptExists,
        Definition definition,
        @Nullable FunctionsMetadata functionsJson,
        @Nullable PlatformFile platform,
        @Nullable JsonFile definitionFile,
        @Nullable JsonFile functionsFile,
        List<Path> wheels,
        List<Finding> findings) {

    /** Name of the script with all functions. */
    public static final String SCRIPT = "function_app.py";

    /** Name of the file with functions, data sources and libraries. */
    public static final String DEFINITION = "definition.json";

    /** Name of the file every item in Git has. */
    public static final String PLATFORM = ".platform";

    /** Folder of the item's own wheels. */
    public static final String WHEELS = "privateLibraries";

    /** Where the generated metadata may lie: Git writes the first, the REST interface names the second. */
    public static final List<String> FUNCTIONS_FILES = List.of(".resources/functions.json", "resources/functions.json");

    public ItemFolder {
        wheels = List.copyOf(wheels);
        findings = List.copyOf(findings);
    }

    /** The same item with another text of {@code function_app.py}, such as an editor holds before it is saved. */
    public ItemFolder withScript(String text) {
        return new ItemFolder(
                root,
                displayName,
                text,
                true,
                definition,
                functionsJson,
                platform,
                definitionFile,
                functionsFile,
                wheels,
                findings);
    }

    /** Absolute path of {@code function_app.py}. */
    public Path scriptPath() {
        return root.resolve(SCRIPT);
    }
}
