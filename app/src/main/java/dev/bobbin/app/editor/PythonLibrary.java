package dev.bobbin.app.editor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Python's own modules and types offer, from a table made of CPython's documentation
 * ({@code src/main/scripts/python_names.py}): nothing is run or asked while a user types.
 */
final class PythonLibrary {

    private static final String TABLE = "python.tsv";
    private static final String BUILTINS = "builtins";

    /**
     * A name of a module or type.
     *
     * @param type whether it is a class
     * @param call its parameters in parentheses; empty when it is not called
     * @param about one sentence, in English as Python's documentation is; may be empty
     */
    record Member(String name, boolean type, String call, String about) {

        /** What to write for it. */
        String words() {
            return call.isEmpty() || type ? name : name + "()";
        }

        /** What to say about it. @param owner module or type; empty for a name that needs none */
        String described(String owner) {
            String full = (owner.isEmpty() ? "" : owner + ".") + name + call;
            return about.isEmpty() ? full : full + "\n" + about;
        }
    }

    private static final class Table {

        static final Map<String, List<Member>> MEMBERS = read();

        private static Map<String, List<Member>> read() {
            Map<String, List<Member>> members = new HashMap<>();
            try (InputStream in = PythonLibrary.class.getResourceAsStream("/dev/bobbin/app/editor/" + TABLE)) {
                if (in == null) {
                    throw new IllegalStateException("missing: " + TABLE);
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] parts = line.split("\t", -1);
                    members.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                            .add(new Member(parts[1], parts[2].equals("class"), parts[3], parts[4]));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return members;
        }
    }

    private PythonLibrary() {}

    /** Reads the table, so that the first question need not; takes some milliseconds. Returns the number of modules and types. */
    static int load() {
        return Table.MEMBERS.size();
    }

    /** What a module or type offers; empty when it is not known. @param owner such as {@code json} or {@code datetime.date} */
    static List<Member> members(String owner) {
        return Table.MEMBERS.getOrDefault(owner, List.of());
    }

    /** What is said about a member of a module or type. */
    static Optional<String> about(String owner, String name) {
        return members(owner).stream()
                .filter(member -> member.name().equals(name))
                .map(member -> member.described(owner.equals(BUILTINS) ? "" : owner))
                .findFirst();
    }

    /** What is said about a name that every file knows. */
    static Optional<String> about(String name) {
        return about(BUILTINS, name);
    }
}
