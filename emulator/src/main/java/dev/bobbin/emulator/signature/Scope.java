package dev.bobbin.emulator.signature;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names at the top of a file mean at the point reached so far: imports, text constants and app objects. */
final class Scope {

    private static final String SDK = "fabric.functions.";

    private final Map<String, String> imports = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, String> apps = new HashMap<>();

    private final Set<String> classes = new HashSet<>();

    /** Notes {@code class Name:}. */
    void defined(String className) {
        classes.add(className);
    }

    /** Whether the file defines a class of that name. */
    boolean isClass(String name) {
        return classes.contains(name);
    }

    /** Whether a name stands for something imported. */
    boolean isImported(String name) {
        return imports.containsKey(name);
    }

    /** Whether an app object of that name was created. */
    boolean isApp(String name) {
        return apps.containsKey(name);
    }

    /** What {@code fabric.functions} is called here. */
    Optional<String> sdkName() {
        return imports.entrySet().stream()
                .filter(entry -> entry.getValue().equals("fabric.functions"))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> imports.containsKey("fabric") ? Optional.of("fabric.functions") : Optional.empty());
    }

    /** What a name of {@code fabric.functions} is called here; empty when it has not been imported. */
    Optional<String> nameInSdk(String name) {
        return imports.entrySet().stream()
                .filter(entry -> entry.getValue().equals(SDK + name))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> sdkName().map(sdk -> sdk + "." + name));
    }

    /** {@code import fabric.functions as fn} makes {@code fn} mean {@code fabric.functions}. */
    void imported(String localName, String dottedName) {
        imports.put(localName, dottedName);
    }

    /** {@code ALIAS = "Sales"}. */
    void constant(String name, String value) {
        constants.put(name, value);
    }

    /** Notes {@code udf = fn.UserDataFunctions()}; tells whether that dotted name makes an app. */
    boolean app(String name, String dottedClass) {
        String resolved = resolve(dottedClass);
        boolean app = simpleName(resolved).equals("UserDataFunctions")
                || simpleName(resolved).equals("FabricApp");
        if (app) {
            apps.put(name, resolved);
        }
        return app;
    }

    /** The dotted name with its first part replaced by what was imported under it. */
    String resolve(String dottedName) {
        int dot = dottedName.indexOf('.');
        String head = dot < 0 ? dottedName : dottedName.substring(0, dot);
        String meaning = imports.get(head);
        return meaning == null ? dottedName : meaning + (dot < 0 ? "" : dottedName.substring(dot));
    }

    Optional<String> constant(String name) {
        return Optional.ofNullable(constants.get(name));
    }

    /**
     * Whether decorators of this object belong to the service. An object of unknown origin counts, so that functions are
     * found while the line that creates the app is being edited; an imported module does not.
     */
    boolean mayBeApp(String name) {
        return apps.containsKey(name)
                || !imports.containsKey(name)
                || imports.get(name).startsWith(SDK);
    }

    static String simpleName(String dottedName) {
        return dottedName.substring(dottedName.lastIndexOf('.') + 1);
    }
}
