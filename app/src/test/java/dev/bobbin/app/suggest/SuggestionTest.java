package dev.bobbin.app.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.TableShape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is offered in a text that is all SQL, and where one goes on. */
class SuggestionTest {

    private static final List<TableShape> TABLES =
            List.of(new TableShape("dbo", "Words", List.of(new TableShape.Column("Word", "varchar(20)"))));

    @Test
    void columnsComeBehindAnAliasAndTablesBehindFrom() {
        assertThat(offered("SELECT w.| FROM dbo.Words AS w")).containsExactly("Word");
        assertThat(offered("SELECT 1 FROM W|")).contains("dbo.Words");
        assertThat(offered("SELECT 1 FROM dbo.Words WHERE Wo|")).first().isEqualTo("Word");
    }

    private static List<String> offered(String marked) {
        int caret = marked.indexOf('|');
        Completion completion = Completion.of(SqlPlace.of(marked.replace("|", ""), caret, TABLES));
        return completion.suggestions().stream().map(Suggestion::words).toList();
    }

    @Test
    void oneGoesOnWritingBetweenTheFirstQuotesOrTheBrackets() {
        assertThat(Suggestion.caretIn("connection(argName=\"\", alias=\"\")"))
                .isEqualTo("connection(argName=\"".length());
        assertThat(Suggestion.caretIn("connect()")).isEqualTo("connect(".length());
        assertThat(Suggestion.caretIn("Orders")).isEqualTo("Orders".length());
    }
}
