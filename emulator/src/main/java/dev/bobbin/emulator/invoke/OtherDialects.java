package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.FailureContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words of other databases that people bring along, and how T-SQL says the same. They are looked for in statements that were
 * refused only, so that a column which is called like one of them does no harm.
 */
final class OtherDialects {

    /** Texts in quotes, names in brackets and comments, in which nothing of the kind is meant. */
    private static final Pattern QUOTED =
            Pattern.compile("'(?:[^']|'')*'|\\[[^]]*]|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private record Word(Pattern pattern, String written, String instead) {}

    private static final List<Word> WORDS = List.of(
            word(
                    "\\blimit\\s+[\\d?@]",
                    "LIMIT",
                    "SELECT TOP (5) … or … ORDER BY Id OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY"),
            word("==", "==", "="),
            word("`", "`Name`", "[Name]"),
            word("::\\s*\\w", "::", "CAST(Value AS int)"),
            word("\\bnow\\s*\\(", "NOW()", "SYSUTCDATETIME()"),
            word("\\b(?:curdate\\s*\\(|current_date\\b)", "CURRENT_DATE", "CAST(SYSUTCDATETIME() AS date)"),
            word("\\bilike\\b", "ILIKE", "LOWER(Name) LIKE"),
            word("\\bauto_?increment\\b", "AUTOINCREMENT", "IDENTITY(1, 1)"),
            word("\\breturning\\b", "RETURNING", "OUTPUT inserted.Id, in front of VALUES or WHERE"),
            word(
                    "\\bon\\s+(?:conflict|duplicate\\s+key)\\b",
                    "ON CONFLICT",
                    "MERGE … WHEN MATCHED … WHEN NOT MATCHED …"),
            word("\\binsert\\s+or\\b|\\breplace\\s+into\\b", "REPLACE", "MERGE … WHEN MATCHED … WHEN NOT MATCHED …"),
            word("\\btable\\s+if\\s+not\\s+exists\\b", "IF NOT EXISTS", "IF OBJECT_ID('dbo.T') IS NULL CREATE TABLE …"),
            word("\\b(?:ifnull|nvl)\\s*\\(", "IFNULL()", "ISNULL(Value, 0)"),
            word("\\blength\\s*\\(", "LENGTH()", "LEN(Name)"),
            word("\\bsubstr\\s*\\(", "SUBSTR()", "SUBSTRING(Name, 1, 3)"),
            word("\\bgroup_concat\\s*\\(", "GROUP_CONCAT()", "STRING_AGG(Name, ', ')"),
            word("\\b(?:strftime|date_format|to_char)\\s*\\(", "TO_CHAR()", "FORMAT(Value, 'yyyy-MM-dd')"),
            word("\\b(?:to_date|str_to_date)\\s*\\(", "TO_DATE()", "CAST(Value AS date)"),
            word("\\bextract\\s*\\(", "EXTRACT()", "DATEPART(year, Value)"),
            word("\\binterval\\s+[\\d?]", "INTERVAL", "DATEADD(day, -7, SYSUTCDATETIME())"),
            word("\\busing\\s*\\(", "USING (…)", "ON a.Id = b.Id"),
            word("(?:=|<>|\\bis|\\bthen|\\belse|[(,])\\s*(?:true|false)\\b", "TRUE / FALSE", "1 / 0"));

    private OtherDialects() {}

    private static Word word(String pattern, String written, String instead) {
        return new Word(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), written, instead);
    }

    /** The first such word of a statement that was not understood. */
    static Optional<FailureContext> in(String tsql) {
        String bare = QUOTED.matcher(tsql).replaceAll(" ");
        return WORDS.stream()
                .filter(word -> word.pattern().matcher(bare).find())
                .findFirst()
                .map(word -> new FailureContext.OtherDialect(word.written(), word.instead()));
    }
}
