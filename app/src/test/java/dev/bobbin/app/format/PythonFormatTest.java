package dev.bobbin.app.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PythonFormatTest {

    @Test
    void blanksStandWherePep8WantsThem() {
        assertLine("x=f (a , b = 1)[ 0 ]", "x = f(a, b=1)[0]");
        assertLine("def f(a:int=1,*args,b = 2,**kw)->str :", "def f(a: int = 1, *args, b=2, **kw) -> str:");
        assertLine("d={'a' :1,\"b\":[1,2 ]}", "d = {'a': 1, \"b\": [1, 2]}");
        assertLine("y = -x**2+ 1 if not(a==b) else x [1:2]", "y = -x**2 + 1 if not (a == b) else x[1:2]");
        assertLine("f = lambda a,b = 1:a+b", "f = lambda a, b=1: a+b");
        assertLine("z=1#why", "z = 1  # why");
        assertLine("from . import  a  as b", "from . import a as b");
        assertLine("a.b ( c ).d", "a.b(c).d");
        assertLine("x: dict[str,int]={}", "x: dict[str, int] = {}");
        assertLine("print( f\"{x=}\" ,sep = '' )", "print(f\"{x=}\", sep='')");
        assertLine("if(n:=len(a))>10 :pass", "if (n := len(a)) > 10: pass");
        assertLine("match (x):", "match (x):");
        assertLine("return-1", "return -1");
        assertLine("x = a if b else-c", "x = a if b else -c");
        assertLine("@udf.function( )", "@udf.function()");
        assertLine("#!shebang", "#!shebang");
    }

    @Test
    void definitionsStandApartAndDecoratorsAndCommentsStayWithThem() {
        assertThat(PythonFormat.format("""
                        import a
                        # about f
                        @udf.function()

                        def f():
                            x = 1



                            return x
                        y = 2
                        class C:
                            def a(self):
                                pass
                            def b(self):
                                pass


                        """)).isEqualTo("""
                        import a


                        # about f
                        @udf.function()
                        def f():
                            x = 1

                            return x


                        y = 2


                        class C:
                            def a(self):
                                pass

                            def b(self):
                                pass
                        """);
    }

    @Test
    void stringsAndBracketsOverSeveralLinesKeepTheirLines() {
        String query = "q = \"\"\"\nSELECT   *\n  FROM  T  \n\n\n\nWHERE a=1\"\"\"\n";
        assertThat(PythonFormat.format(query)).isEqualTo(query);
        assertThat(PythonFormat.format("x = f(\n    a ,\n\n\n    b=1)\n")).isEqualTo("x = f(\n    a,\n\n    b=1)\n");
        assertThat(PythonFormat.format("x = 1+ \\\n    2\n")).isEqualTo("x = 1 + \\\n    2\n");
    }

    @Test
    void tabsBecomeBlanksAsPythonReadsThem() {
        assertThat(PythonFormat.format("if x:\n\ty = 1\n")).isEqualTo("if x:\n    y = 1\n");
        assertThat(PythonFormat.format("if x:\n\ty = 1\n        z = 2\n"))
                .isEqualTo("if x:\n        y = 1\n        z = 2\n");
    }

    @Property(tries = 500)
    void whatTheTextSaysStaysAndFormattingAgainChangesNothing(@ForAll("scripts") String script) {
        String once = PythonFormat.format(script);
        assertThat(ink(once)).isEqualTo(ink(script));
        assertThat(PythonFormat.format(once)).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> scripts() {
        Arbitrary<String> line = Arbitraries.of(
                "x=1",
                "def f(a:int=1,*b):",
                "return -x",
                "# c",
                "#c",
                "",
                "",
                "y = [1,\n2]",
                "@d( a )",
                "class C :",
                "s='''a\n  b'''",
                "z=a if b else-c",
                "l=lambda q=1 :q",
                "async def g():",
                "d={1:2 , 'k' :f( x )}",
                "w=x[ 1:2 ]",
                "v = a \\\n  + b",
                "print (1)",
                "e=1e-5+2",
                "t=not(x)",
                "k = 0x1F&3",
                "u=~x",
                "g=yield",
                "h=a@b");
        Arbitrary<String> indent = Arbitraries.of("", "", "    ", "        ", "\t", "  ");
        return net.jqwik.api.Combinators.combine(indent, line)
                .as((blanks, words) -> words.isEmpty() ? "" : blanks + words)
                .list()
                .ofMaxSize(12)
                .map(lines -> String.join("\n", lines) + "\n");
    }

    /** Everything but blanks; strings whole. A comment may get a blank behind its sign. */
    private static List<String> ink(String text) {
        return Lexeme.of(text).stream()
                .filter(lexeme -> lexeme.kind() != Lexeme.Kind.LINE_END || lexeme.is("\\\n"))
                .map(lexeme -> lexeme.kind() == Lexeme.Kind.COMMENT
                        ? lexeme.text().replace(" ", "").strip()
                        : lexeme.text())
                .collect(Collectors.toList());
    }

    private static void assertLine(String before, String after) {
        assertThat(PythonFormat.format(before)).isEqualTo(after + "\n");
    }
}
