package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLLexer;

/** Reads a dotted name from plain tokens. */
final class QualifiedName {

    private QualifiedName() {}

    static ObjectName of(List<Token> tokens, Source source) {
        List<String> parts = tokens.stream()
                .filter(token -> token.getType() != TSQLLexer.DOT)
                .map(source::name)
                .toList();
        int size = parts.size();
        return new ObjectName(part(parts, size - 3), part(parts, size - 2), parts.get(size - 1));
    }

    private static @Nullable String part(List<String> parts, int index) {
        return index < 0 ? null : parts.get(index);
    }
}
