package dev.bobbin.emulator.python;

import java.util.Map;

/**
 * Where an interpreter finds modules that are compiled already, and keeps those it compiles itself.
 *
 * @param kept folder for what is compiled here
 * @param shipped the program's folder when compiled modules lie beside its Python files; empty when there are none
 */
record ByteCode(String kept, String shipped) {

    /**
     * Options of the interpreter for the time before {@code bobbin_worker.bytecode} takes over. Writing is off in an
     * embedded interpreter unless asked for: it would compile the libraries anew at every start.
     */
    Map<String, String> options() {
        return shipped.isEmpty()
                ? Map.of("python.PyCachePrefix", kept, "python.DontWriteBytecodeFlag", "false")
                : Map.of("python.DontWriteBytecodeFlag", "true");
    }
}
