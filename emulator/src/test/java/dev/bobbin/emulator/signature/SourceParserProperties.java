package dev.bobbin.emulator.signature;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SourceParserProperties {

    private static final String REAL = """
            from datetime import datetime as dt
            import fabric.functions as fn

            udf = fn.UserDataFunctions()
            ALIAS = 'Sales'


            @udf.connection(alias=ALIAS, argName="db")
            @udf.context(argName="ctx")
            @udf.function()
            async def größe(db: fn.FabricSqlConnection, ctx: fn.UserDataFunctionContext, a: list[dict[str, int]] = [],
                    when: dt = None) -> dict:
                \"""Says 'hello' \\u00e9.

                    More.
                \"""
                if a:
                    return {"x": [f"{i!r:>4}" for i in a]}
                try:
                    import pandas as pd
                except ImportError as e:
                    raise fn.UserThrownError("no", {"e": str(e)})


            @udf.function()
            def second(name: "str | None", *rest, **more) -> str:
                return r'\\d' '😀'
            """;

    @Property(tries = 500)
    void neverFailsOnArbitraryText(@ForAll String text) {
        assertSound(text);
    }

    @Property(tries = 500)
    void neverFailsOnDamagedCode(@ForAll("damaged") String text) {
        assertSound(text);
    }

    @Property(tries = 300)
    void keepsTheFunctionsOutsideADamagedOne(@ForAll("brokenStatement") String statement) {
        SourceOutline outline = SourceParser.outline(
                REAL + "\n\n" + statement + "\n\n\n@udf.function()\ndef last() -> str:\n    return ''\n");

        assertThat(outline.functions()).extracting(FunctionSignature::name).contains("größe", "second", "last");
    }

    @Property(tries = 200)
    void tellsTheSameAfterAnEditAsFromTheBeginning(@ForAll("damaged") String damaged) {
        String rest = "\n\n\n" + REAL.replace("größe", "further").repeat(6);
        SourceParser.outline(REAL + rest);
        SourceOutline afterEdit = SourceParser.outline(damaged + rest);
        // Long enough to be kept in the place of the other, and read in no time.
        SourceParser.outline("# " + "-".repeat(5_000));

        assertThat(SourceParser.outline(damaged + rest)).isEqualTo(afterEdit);
    }

    private static void assertSound(String text) {
        SourceOutline outline = SourceParser.outline(text);
        long lines = text.replace("\r\n", "\n")
                        .chars()
                        .filter(c -> c == '\n' || c == '\r')
                        .count()
                + 1;
        assertThat(outline.findings()).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("python-syntax");
            assertThat(finding.place().line()).isBetween(1, (int) lines);
            assertThat(finding.place().column()).isPositive();
        });
        assertThat(outline.functions()).allSatisfy(function -> {
            assertThat(function.line()).isBetween(1, (int) lines);
            assertThat(function.endLine()).isBetween(function.line(), (int) lines);
        });
    }

    /** Real code with a few pieces cut out, doubled or replaced. */
    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, REAL.length());
        Arbitrary<String> insertion = Arbitraries.of(
                "", "(", ")", "\"", "'''", "\n", "\r", "\t", ":", "def ", "@", "\\", "#", "\u0000", "\uD83D", "=", "[",
                "}", "f'{");
        Arbitrary<String> once = Combinators.combine(place, place, insertion)
                .as((a, b, text) -> REAL.substring(0, a)
                        + text
                        + REAL.substring(Math.min(b, a + 40) < a ? a : Math.min(b, a + 40)));
        return Combinators.combine(once, place, insertion)
                .as((text, at, inserted) -> new StringBuilder(text)
                        .insert(Math.min(at, text.length()), inserted)
                        .toString());
    }

    @Provide
    Arbitrary<String> brokenStatement() {
        return Arbitraries.of(
                        "@udf.function()\ndef bad(a: str)",
                        "x = [1, (2",
                        "def bad(:",
                        "class Bad(",
                        "x = 'abc",
                        "if x\n    pass",
                        "return return",
                        "@udf.connection(",
                        "f(1 2)")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(list -> String.join("\n", list));
    }
}
