package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.item.CodeFiles;
import org.jspecify.annotations.Nullable;

/** What may be imported by the script called last: most calls are of one script, and looking anew takes longer than they. */
final class LastImports {

    private volatile @Nullable CodeFiles last;

    /** The code with its imports as they are on disk now, unless somebody has looked already. */
    ItemCode in(ItemCode code) {
        if (!code.imports().isEmpty()) {
            return code;
        }
        CodeFiles files = last;
        if (files == null || !files.script().equals(code.script())) {
            files = new CodeFiles(code.script());
            last = files;
        }
        return code.with(files.version(code.libraries()));
    }
}
