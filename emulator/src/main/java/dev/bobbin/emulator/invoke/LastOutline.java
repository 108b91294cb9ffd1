package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import org.jspecify.annotations.Nullable;

/** The outline of the source called last: parsing takes longer than a call, and code is mostly called again unchanged. */
final class LastOutline {

    private record Entry(String source, SourceOutline outline) {}

    private volatile @Nullable Entry last;

    SourceOutline of(String source) {
        Entry known = last;
        if (known == null || !known.source.equals(source)) {
            known = new Entry(source, SourceParser.outline(source));
            last = known;
        }
        return known.outline;
    }
}
