package dev.bobbin.emulator.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxErrorTest {

    private static final String AROUND = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def before(a: str) -> str:
                return a

            %s

            @udf.function()
            def after(a: str) -> str:
                return a
            """;

    private static final int LINE = 8;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@udf.function()\ndef broken(n: str) -> str\n    return n",
                "@udf.function()\ndef broken(n: str -> str:\n    return n",
                "@udf.function()\ndef broken(n: str) -> str:\n    return foo(n, [1",
                "@udf.function()\ndef broken(n: str) -> str:\n    return 'abc",
                "@udf.function()\ndef broken(n: str) -> str:\n    x = = 3\n    return n",
                "@udf.function(\ndef broken(n: str) -> str:\n    return n",
                "@udf.function()\ndef broken(n: str) -> str:\n    if n\n        return n",
                "@udf.function()\ndef broken(n: str",
            })
    void costsNoneOfTheFunctionsAround(String broken) {
        SourceOutline outline = SourceParser.outline(AROUND.formatted(broken));

        assertThat(outline.functions()).extracting(FunctionSignature::name).contains("before", "after");
        assertThat(outline.findings()).hasSize(1);
        assertThat(outline.function("after").orElseThrow().line())
                .isEqualTo(LINE + 2 + (int) broken.lines().count());
    }

    @Test
    void leavesTheSignatureOfAFunctionWhoseBodyIsBroken() {
        SourceOutline outline = SourceParser.outline(
                AROUND.formatted(
                        "@udf.connection('S', 'db')\n@udf.function()\ndef broken(n: int, db: fn.FabricSqlConnection) -> str:\n    \"\"\"Says it.\"\"\"\n    return foo(n"));

        FunctionSignature broken = outline.function("broken").orElseThrow();
        assertThat(broken.description()).isEqualTo("Says it.");
        assertThat(broken.parameters()).extracting(Parameter::name).containsExactly("n");
        assertThat(broken.bindings()).hasSize(1);
        assertThat(broken.endLine()).isEqualTo(LINE + 4);
    }

    @Test
    void namesAMissingColon() {
        assertFinding("def f() -> str\n    return 1", 1, 15, "the colon (:) at the end of this line is missing.");
    }

    @Test
    void namesAnUnclosedBracket() {
        assertFinding("x = [1,\ny = 2\ndef f():\n  pass", 1, 5, "the bracket [ that opens here is never closed.");
    }

    @Test
    void namesAStrayBracket() {
        assertFinding("x = 1\ny = 2)", 2, 6, "the bracket ) closes nothing that was opened.");
    }

    @Test
    void namesAnUnclosedText() {
        assertFinding("x = 'abc\ny = 1", 1, 5, "the text that begins with this quotation mark has no closing one.");
    }

    @Test
    void namesAnUnclosedDocstring() {
        assertFinding(
                "def f():\n    \"\"\"Says\n    return 1",
                2,
                5,
                "the text that begins with this quotation mark has no closing one.");
    }

    @Test
    void quotesWhatItCannotRead() {
        assertFinding("x = 1\ny = = 3", 2, 5, "Python cannot read this line from here: =");
    }

    @Test
    void noticesABlockWithoutLines() {
        assertFinding("def f():\nx = 1", 1, 9, "an indented line must follow here.");
    }

    @Test
    void noticesUnevenIndentation() {
        assertFinding(
                "def f():\n    x = 1\n      \n    y = 2\n  z = 3",
                5,
                3,
                "this line is indented unlike the lines above it.");
    }

    @Test
    void noticesThePrintOfOldPython() {
        assertFinding("print 'hello'", 1, 1, "what follows this word must stand in parentheses in Python 3.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment",
                "x = (1,\n  2)\n",
                "if x: y = 1; z = 2\n",
                "def f():\n    '''\ndef not_a_function(:\n    '''\n    return {\n1: 2,\n}\n",
                "match x:\n    case {'a': [b, *c]}:\n        pass\n    case _:\n        pass\n",
                "with (a as b, c as d):\n    pass\ntry:\n    pass\nexcept* ValueError as e:\n    pass\n",
                "x = f\"{y!r:>{width}} {'a' 'b'}\"\nprint(*x, sep='')\nlambda *a, **k: (a, k)\n",
                "async def f():\n\tasync with x as y:\n\t\tawait y\n\treturn [i async for i in z if (n := i) > 1]\n",
                "def f[T](x: T) -> T:\n    return x\ntype A = list[int]\n",
                "def f():\n    # comment\n    pass\n  # oddly indented comment\n    pass\n",
                "x = 1 \\\n  + 2\nclass A: pass\n@a.b[0](c)\nclass B(A, metaclass=M): x: int = 3\n"
            })
    void acceptsGoodPython(String source) {
        assertThat(SourceParser.outline(source).findings()).isEmpty();
    }

    private static void assertFinding(String source, int line, int column, String message) {
        assertThat(SourceParser.outline(source).findings()).hasSize(1);
        Finding finding = SourceParser.outline(source).findings().getFirst();
        assertThat(finding.message().english()).isEqualTo("Syntax error: " + message);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.place().line()).isEqualTo(line);
        assertThat(finding.place().column()).isEqualTo(column);
    }

    /** To read its head, more is put behind it than there is. */
    @Test
    void aFunctionWhoseTextNeverEndsReachesToTheEndOfTheFileAndNoFurther() {
        String script = "import fabric.functions as fn\nudf = fn.UserDataFunctions()\n"
                + "@udf.function()\ndef f(name: str, *rest) ->''' str:\n    return r'd' 'e'\n";

        assertThat(SourceParser.outline(script).functions())
                .singleElement()
                .satisfies(function -> assertThat(function.endLine()).isLessThanOrEqualTo(6));
    }
}
