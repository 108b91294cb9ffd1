package dev.bobbin.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class PythonLexerTest {

    @Test
    void keywordsNamesTypesAndNumbersAreTold() {
        assertThat(read("def area(r: float = 2.5e-3) -> int:"))
                .containsExactly("KEYWORD def", "NAME area", "BUILTIN float", "NUMBER 2.5e-3", "BUILTIN int");
    }

    @Test
    void commentsEndWithTheirLine() {
        assertThat(read("x # if 'a'\ny")).containsExactly("COMMENT # if 'a'");
    }

    @Test
    void stringsOfEveryKindAreStrings() {
        assertThat(read("f'a' rb\"b\" '''c\nd''' \"e\\\"f\" r'\\'"))
                .containsExactly(
                        "STRING f'a'", "STRING rb\"b\"", "STRING '''c\nd'''", "STRING \"e\\\"f\"", "STRING r'\\'");
    }

    @Test
    void aStringThatIsNotClosedEndsWithItsLine() {
        assertThat(read("a = 'open\nif x")).containsExactly("STRING 'open", "KEYWORD if");
    }

    @Test
    void decoratorsAreToldFromTheMatrixProduct() {
        assertThat(read("@udf.function()\nx = a @ b")).containsExactly("DECORATOR @udf.function");
    }

    @Test
    void membersNamedLikeBuiltinsAreNotBuiltins() {
        assertThat(read("a.list")).isEmpty();
    }

    @Property
    void tokensOfAnyTextAreInOrderInsideAndNeverOverlap(
            @ForAll @CharRange(from = ' ', to = '~') String line, @ForAll String anything) {
        String text = line + "\n\"'" + anything;
        int end = 0;
        for (Token token : PythonLexer.tokens(text)) {
            assertThat(token.start()).isGreaterThanOrEqualTo(end);
            assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
            end = token.end();
        }
    }

    private static List<String> read(String text) {
        return PythonLexer.tokens(text).stream()
                .map(token -> token.kind() + " " + text.substring(token.start(), token.end()))
                .toList();
    }
}
