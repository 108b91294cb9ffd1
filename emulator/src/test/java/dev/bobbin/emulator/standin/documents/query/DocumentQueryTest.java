package dev.bobbin.emulator.standin.documents.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query language over a few documents. Expected values are those of the query reference. */
class DocumentQueryTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-04T05:06:07.891Z"), ZoneOffset.UTC);

    private static final List<String> DOCUMENTS = List.of(
            "{'id': 'a', 'kind': 'tool', 'price': 5, 'name': 'Hammer', 'sizes': [{'s': 'M', 'n': 2}, {'s': 'L', 'n': 0}],"
                    + " 'tags': ['steel', 'red'], 'at': {'city': 'Graz'}}",
            "{'id': 'b', 'kind': 'toy', 'price': 7.5, 'name': 'Ball', 'sizes': [], 'tags': ['red'], 'odd name': 1}",
            "{'id': 'c', 'kind': 'toy', 'price': 'dear', 'name': null, 'flag': true, 'sizes': [{'s': 'M', 'n': 1}]}",
            "{'id': 'd', 'kind': 'tool', 'price': 5, 'tags': 'red', 'flag': false, 'at': {'city': 'Linz', 'zip': [1, 2]}}");

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                // what SELECT makes
                "SELECT VALUE c.id FROM c => ['a', 'b', 'c', 'd']",
                "select value root.id from root where root.price = 5 => ['a', 'd']",
                "SELECT c.id, c.price * 2 AS twice FROM c WHERE c.id = 'b' => [{'id': 'b', 'twice': 15}]",
                "SELECT c['odd name'], c.at.city FROM c WHERE c.id IN ('a', 'b') => [{'city': 'Graz'}, {'odd name': 1}]",
                "SELECT c.price + 1, UPPER(c.name) FROM c WHERE c.id = 'a' => [{'$1': 6, '$2': 'HAMMER'}]",
                "SELECT VALUE {'n': c.name, 'missing': c.nothing, 'l': [c.id, c.nothing]} FROM c WHERE c.id='a' => [{'n': 'Hammer', 'l': ['a']}]",
                "SELECT VALUE c.nothing FROM c => []",
                "SELECT c.nothing FROM c WHERE c.id = 'a' => [{}]",
                "SELECT DISTINCT VALUE c.kind FROM c => ['tool', 'toy']",
                "SELECT DISTINCT c.kind, c.price FROM c WHERE c.price = 5 => [{'kind': 'tool', 'price': 5}]",
                "SELECT TOP 2 VALUE c.id FROM c ORDER BY c.id DESC => ['d', 'c']",
                "SELECT VALUE c.id FROM c ORDER BY c.kind ASC, c.id DESC OFFSET 1 LIMIT 2 => ['a', 'c']",
                "SELECT VALUE 1 + 1 => [2]",
                "SELECT 'x' AS y => [{'y': 'x'}]",
                "SELECT VALUE p.id FROM products p WHERE p.id = 'a' -- a comment => ['a']",
                // order of types: undefined, null, booleans, numbers, texts
                "SELECT VALUE c.id FROM c ORDER BY c.price => ['a', 'd', 'b', 'c']",
                "SELECT VALUE c.id FROM c ORDER BY c.name => ['d', 'c', 'b', 'a']",
                // a query over the container in place of its documents
                "SELECT g.kind, g.n FROM (SELECT c.kind, COUNT(1) AS n FROM c GROUP BY c.kind) AS g WHERE g.kind = 'toy' => [{'kind': 'toy', 'n': 2}]",
                "SELECT VALUE COUNT(1) FROM (SELECT DISTINCT c.kind FROM c) AS d => [2]",
                "SELECT VALUE g.n FROM (SELECT COUNT(1) AS n FROM c) AS g => [4]",
                "SELECT VALUE t.id FROM (SELECT TOP 2 c.id FROM c ORDER BY c.id DESC) AS t => ['d', 'c']",
                "SELECT * FROM (SELECT VALUE c.at FROM c) AS a WHERE IS_DEFINED(a.zip) => [{'city': 'Linz', 'zip': [1, 2]}]",
                "SELECT g.kind, s FROM (SELECT c.kind, c.sizes FROM c WHERE c.id = 'c') AS g JOIN s IN g.sizes => [{'kind': 'toy', 's': {'s': 'M', 'n': 1}}]",
                "SELECT VALUE e FROM e IN (SELECT VALUE c.tags FROM c) => ['steel', 'red', 'red']",
                // IN takes the elements of the arrays that come, of rows that are none there are none
                "SELECT c.id, u.name FROM c JOIN u IN (SELECT VALUE [{'k': 5, 'name': 'five'}]) WHERE c.price = u.k => [{'id': 'a', 'name': 'five'}, {'id': 'd', 'name': 'five'}]",
                "SELECT VALUE s FROM c JOIN s IN (SELECT VALUE s FROM s IN c.sizes) => []",
                // groups of what is computed
                "SELECT LEFT(c.kind, 1) AS l, COUNT(1) AS n FROM c GROUP BY LEFT(c.kind, 1) => [{'l': 't', 'n': 4}]",
                "SELECT UPPER(c.kind) AS k, MAX(c.id) AS last FROM c GROUP BY UPPER(c.kind) => [{'k': 'TOOL', 'last': 'd'}, {'k': 'TOY', 'last': 'c'}]",
                "SELECT VALUE c.id FROM c ORDER BY c.at.zip[0] DESC, c['id'] => ['d', 'a', 'b', 'c']",
                // undefined, and comparisons of different types
                "SELECT VALUE c.id FROM c WHERE c.price > 5 => ['b']",
                "SELECT VALUE c.id FROM c WHERE c.price != 5 => ['b', 'c']",
                "SELECT VALUE c.id FROM c WHERE c.name != null => ['a', 'b']",
                "SELECT VALUE c.id FROM c WHERE NOT (c.price = 5) => ['b', 'c']",
                "SELECT VALUE c.id FROM c WHERE NOT c.price = 5 => ['b', 'c']",
                "SELECT VALUE c.id FROM c WHERE c.flag OR c.price = 7.5 => ['b', 'c']",
                "SELECT VALUE c.id FROM c WHERE c.flag => ['c']",
                "SELECT VALUE c.id FROM c WHERE c.flag = false AND c.nothing = 1 => []",
                "SELECT VALUE c.id FROM c WHERE NOT IS_DEFINED(c.name) => ['d']",
                "SELECT VALUE c.id FROM c WHERE c.name = null => ['c']",
                "SELECT VALUE [1 = '1', null = null, {'a': [1]} = {'a': [1.0]}, undefined = undefined] => [[false, true, true]]",
                "SELECT VALUE [1 < 2, 'a' < 'b', true > false, [1] < [2]] => [[true, true, true]]",
                "SELECT VALUE [true AND undefined, false AND undefined, true OR undefined, false OR undefined, NOT 1] => [[false, true]]",
                // operators
                "SELECT VALUE [1 + 2 * 3, (1 + 2) * 3, 7 % 4, -3, 7 / 2, 1 / 0, 'a' || 'b', 1 + '1'] => [[7, 9, 3, -3, 3.5, 'ab']]",
                "SELECT VALUE [5 & 3, 5 ^ 3, ~5, 1 << 3, -16 >> 2] => [[1, 6, -6, 8, -4]]",
                "SELECT VALUE [true ? 1 : 2, undefined ? 1 : 2, c.nothing ?? c.id] FROM c WHERE c.id = 'a' => [[1, 2, 'a']]",
                "SELECT VALUE [3 BETWEEN 1 AND 3, 'b' NOT BETWEEN 'c' AND 'd', 2 IN (1, 2), 2 NOT IN (1, 2), 'x' IN (1)] => [[true, true, true, false, false]]",
                "SELECT VALUE c.id FROM c WHERE c.name LIKE '%a%' => ['a', 'b']",
                "SELECT VALUE c.id FROM c WHERE c.name LIKE '_a[l-n]l' => ['b']",
                "SELECT VALUE ['10%' LIKE '10!%' ESCAPE '!', '10x' LIKE '10!%' ESCAPE '!', 'ab' NOT LIKE 'a%'] => [[true, false, false]]",
                // paths
                "SELECT VALUE c.sizes[0].s FROM c => ['M', 'M']",
                "SELECT VALUE c.at.zip[1] FROM c => [2]",
                "SELECT VALUE s FROM c.sizes s WHERE ARRAY_LENGTH(s) > 0 => [[{'s': 'M', 'n': 2}, {'s': 'L', 'n': 0}], [{'s': 'M', 'n': 1}]]",
                "SELECT VALUE s.n FROM s IN c.sizes => [2, 0, 1]",
                // joins and subqueries
                "SELECT c.id, s.s FROM c JOIN s IN c.sizes WHERE s.n > 0 => [{'id': 'a', 's': 'M'}, {'id': 'c', 's': 'M'}]",
                "SELECT VALUE c.id || t || s.s FROM c JOIN t IN c.tags JOIN s IN c.sizes => ['asteelM', 'asteelL', 'aredM', 'aredL']",
                "SELECT VALUE COUNT(1) FROM c JOIN (SELECT VALUE s FROM s IN c.sizes WHERE s.n > 0) => [2]",
                "SELECT c.id, n FROM c JOIN (SELECT VALUE MAX(s.n) FROM s IN c.sizes) AS n => [{'id': 'a', 'n': 2}, {'id': 'c', 'n': 1}]",
                "SELECT VALUE c.id FROM c WHERE EXISTS(SELECT VALUE s FROM s IN c.sizes WHERE s.s = 'L') => ['a']",
                "SELECT c.id, ARRAY(SELECT VALUE t FROM t IN c.tags WHERE t != 'red') AS t FROM c WHERE c.id = 'a' => [{'id': 'a', 't': ['steel']}]",
                "SELECT c.id, (SELECT VALUE COUNT(1) FROM s IN c.sizes) AS k FROM c WHERE c.price = 5 => [{'id': 'a', 'k': 2}, {'id': 'd', 'k': 0}]",
                "SELECT VALUE x.u FROM c JOIN x IN (SELECT VALUE [{'u': 1}, {'u': 2}]) WHERE c.id = 'a' => [1, 2]",
                // aggregates
                "SELECT VALUE COUNT(1) FROM c => [4]",
                "SELECT COUNT(c.name) AS n, MIN(c.id) AS l, MAX(c.id) AS g FROM c => [{'n': 3, 'l': 'a', 'g': 'd'}]",
                "SELECT VALUE SUM(c.price) FROM c => []",
                "SELECT VALUE SUM(c.price) FROM c WHERE IS_NUMBER(c.price) => [17.5]",
                "SELECT VALUE AVG(c.price) FROM c WHERE c.price = 5 => [5]",
                "SELECT VALUE AVG(c.price) FROM c WHERE false => []",
                "SELECT VALUE COUNT(1) FROM c WHERE false => [0]",
                "SELECT c.kind, COUNT(1) AS n, SUM(ARRAY_LENGTH(c.sizes)) AS s FROM c GROUP BY c.kind => [{'kind': 'tool', 'n': 2, 's': 2}, {'kind': 'toy', 'n': 2, 's': 1}]",
                "SELECT c.flag, COUNT(1) AS n FROM c GROUP BY c.flag => [{'n': 2}, {'flag': true, 'n': 1}, {'flag': false, 'n': 1}]",
                "SELECT VALUE {'k': UPPER(c.kind), 'n': COUNT(1) * 10} FROM c GROUP BY c.kind => [{'k': 'TOOL', 'n': 20}, {'k': 'TOY', 'n': 20}]",
                // parameters
                "SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(@ids, c.id) => ['b', 'c']",
                "SELECT TOP @two VALUE c.id FROM c => ['a', 'b']",
            })
    void answers(String query, String rows) throws JsonProcessingException {
        Map<String, JsonNode> parameters = Map.of("@ids", json("['c', 'b']"), "@two", json("2"));

        assertThat(run(query, parameters)).isEqualTo(json(rows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "CONCAT('a', 'b', 'c') => 'abc'",
                "[CONTAINS('Abc', 'b'), CONTAINS('Abc', 'B'), CONTAINS('Abc', 'B', true), CONTAINS(1, 'a')] => [true, false, true]",
                "[STARTSWITH('Abc', 'a'), STARTSWITH('Abc', 'a', true), ENDSWITH('abc', 'bc'), STRINGEQUALS('A', 'a', true)] => [false, true, true, true]",
                "[INDEX_OF('abcb', 'b'), INDEX_OF('abcb', 'b', 2), INDEX_OF('a', 'x')] => [1, 3, -1]",
                "[LEFT('abc', 2), RIGHT('abc', 2), SUBSTRING('abcdef', 1, 3), LEFT('a', 9)] => ['ab', 'bc', 'bcd', 'a']",
                "[LENGTH('abc'), LOWER('AbC'), UPPER('x'), TRIM('  a '), LTRIM('  a '), RTRIM(' a '), REVERSE('abc')] => [3, 'abc', 'X', 'a', 'a ', ' a', 'cba']",
                "[REPLACE('aXbX', 'X', '-'), REPLICATE('ab', 2)] => ['a-b-', 'abab']",
                "[REGEXMATCH('abcd', 'B.'), REGEXMATCH('abcd', 'B.', 'i')] => [false, true]",
                "[ToString(1.0), ToString(true), ToString([1]), StringToNumber('1.5'), StringToNumber('x'), StringToArray('[1]'), StringToNull('null')] => ['1', 'true', '[1]', 1.5, [1], null]",
                "[StringJoin(['a', 'b'], '-'), StringSplit('a-b', '-')] => ['a-b', ['a', 'b']]",
                "[IS_ARRAY([]), IS_BOOL(1), IS_NULL(null), IS_NUMBER(1), IS_OBJECT({}), IS_STRING('a'), IS_PRIMITIVE([]), IS_INTEGER(1.0), IS_INTEGER(1.5)] => [true, false, true, true, true, true, false, true, false]",
                "[ARRAY_CONCAT([1], [2, 3]), ARRAY_LENGTH([1, 2]), ARRAY_SLICE([1, 2, 3, 4], 1, 2), ARRAY_SLICE([1, 2, 3], -2)] => [[1, 2, 3], 2, [2, 3], [2, 3]]",
                "[ARRAY_CONTAINS([1, 2], 2), ARRAY_CONTAINS([{'a': 1, 'b': 2}], {'a': 1}), ARRAY_CONTAINS([{'a': 1, 'b': 2}], {'a': 1}, true)] => [true, false, true]",
                "[ARRAY_CONTAINS_ANY([1, 2], 3, 2), ARRAY_CONTAINS_ALL([1, 2], 3, 2)] => [true, false]",
                "[ARRAY_SUM([1, 2, undefined]), ARRAY_AVG([1, -2.7, 3, -4]), ARRAY_MIN([2, 1]), ARRAY_MAX(['a', 'b']), ARRAY_SUM([1, 'a']), ARRAY_MAX(1)] => [3, -0.675, 1, 'b']",
                "[SetEqual([1, 2, 2], [2, 1]), SetEqual([1], [1, 2]), SetEqual(1, [1])] => [true, false]",
                "[SetIntersect([1, 2, 2], [2, 3]), SetUnion([1, 2], [2, 3])] => [[2], [1, 2, 3]]",
                "[CHOOSE(2, 'a', 'b'), IIF(true, 1, 2), IIF('x', 1, 2), ObjectToArray({'a': 1})] => ['b', 1, 2, [{'k': 'a', 'v': 1}]]",
                "[ABS(-1), CEILING(1.2), FLOOR(-1.2), ROUND(2.5), ROUND(-2.5), ROUND(1.256, 2), SIGN(-3), TRUNC(-1.7), POWER(2, 3), SQRT(9), SQUARE(3)] => [1, 2, -2, 3, -3, 1.26, -1, -1, 8, 3, 9]",
                "[LOG(1), LOG(8, 2), LOG10(1000), EXP(0), PI() > 3.14, DEGREES(PI()), SQRT(-1)] => [0, 3, 3, 1, true, 180]",
                "[INTADD(9007199254740993, 0), INTDIV(7, 2), INTMOD(7, 2), INTDIV(1, 0)] => [9007199254740992, 3, 1]",
                "[GetCurrentDateTime(), GetCurrentTimestamp()] => ['2025-03-04T05:06:07.8910000Z', 1741064767891]",
                "DateTimeAdd('mm', 1, '2024-01-31T10:00:00Z') => '2024-02-29T10:00:00.0000000Z'",
                "[DateTimeDiff('day', '2024-01-01T23:00:00Z', '2024-01-02T01:00:00Z'), DateTimeDiff('yyyy', '2024-12-31', '2025-01-01')] => [1, 1]",
                "[DateTimePart('mm', '2024-02-03T04:05:06Z'), DateTimePart('ms', '2024-02-03T04:05:06.1234567Z')] => [2, 123]",
                "[DateTimeToTicks('1970-01-01T00:00:01Z'), TicksToDateTime(10000000), TimestampToDateTime(1), DateTimeToTimestamp('1970-01-02')] => [10000000, '1970-01-01T00:00:01.0000000Z', '1970-01-01T00:00:00.0010000Z', 86400000]",
                "[DateTimeBin('2021-06-28T17:24:29Z', 'hh'), DateTimeFromParts(2020, 9, 4), DateTimePart('mm', 'no time')] => ['2021-06-28T17:00:00.0000000Z', '2020-09-04T00:00:00.0000000Z']",
                "[Now(), Now('ss', 30), Ago('yyyy', 1), Ago('yyyy', -1), GetCurrentDateTime(), GetCurrentTimestamp(), GetCurrentTicks()] => ['2025-03-04T05:06:07.8910000Z', '2025-03-04T05:06:37.8910000Z', '2024-03-04T05:06:07.8910000Z', '2026-03-04T05:06:07.8910000Z', '2025-03-04T05:06:07.8910000Z', 1741064767891, 17410647678910000]",
                "[Now('no unit', 1), Now('ss'), Ago('ss', 'x')] => []",
                "[Year('2000-10-10'), Month('2024-01-10T14:15:20'), Day('1989-03-03T12:12:12.1234567Z'), Year('no time')] => [2000, 1, 3]",
                "[Is_DateTime('2024-12-12Z'), Is_DateTime('2024-12-12 20:21:25.123Z'), Is_DateTime('2024-12-12T20Z'), Is_DateTime('2024-12-12 20:21:25.'), Is_DateTime('2024-02-30'), Is_DateTime(5)] => [true, true, false, false, false, false]",
                "[DateTimeFormat('2024-10-10 14:40:20', 'yyyyMMdd'), DateTimeFormat('2024-10-10 14:40:20', 'yyyy-MM-dd [HH:mm:ss]')] => ['20241010', '2024-10-10 [14:40:20]']",
                "[DateTimeFormat('2024-10-10 14:40:20', 'To\\\\da\\\\y i\\\\s: yyyy-MM-ddTHH:mm:ss.fff'), DateTimeFormat('2024-10-10 14:40:20', 'ss.FFF')] => ['Today is: 2024-10-10T14:40:20.000', '20.']",
                "[DateTimeFormat('2024-02-05 00:07:09.1200000', 'd M yy h:m:s tt ff FFFF'), DateTimeFormat('2024-02-05', 'dddd, MMM d'), DateTimeFormat('x', 'yy')] => ['5 2 24 12:7:9 AM 12 12', 'Monday, Feb 5']",
                "[Array_Median([4, 1, 3, 2]), Array_Median([1.0, 2.0, 3.3, 4.7, 7.8]), Array_Median([]), Array_Median([1, 'x'])] => [2.5, 3.3]",
                "[Contains_All_CI('Have a nice day!', 'HAVE', 'NICE'), Contains_All_CS('Have a nice day!', 'Have', 'NICE'), Contains_All_CI('Have', 'have', 5), Contains_All_CI('Have', 'had', 5)] => [true, false, false]",
                "[Contains_Any_CI('Have a nice day!', 'had', 'NICE'), Contains_Any_CS('Have a nice day!', 'had', 'NICE'), Contains_Any_CS('Have', 5, 'Ha'), Contains_Any_CS('Have', 5, 'no')] => [true, false, true]",
                "[ToString(1e21), ToString(-1.5e-9), ToString(1e20), ToString(0.000001), ToString(-0.25), ToString(7), ToString(0)] => ['1e+21', '-1.5e-9', '100000000000000000000', '0.000001', '-0.25', '7', '0']",
                "[VectorDistance([1, 0], [1, 0]), VectorDistance([1, 2], [3, 4], true, {'distanceFunction': 'dotproduct'}), VectorDistance([0, 0], [3, 4], true, {'distanceFunction': 'euclidean'}), VectorDistance([1], [1, 2])] => [1, 11, 5]",
            })
    void computes(String expression, String value) throws JsonProcessingException {
        assertThat(run("SELECT VALUE " + expression, Map.of())).isEqualTo(json("[" + value + "]"));
    }

    @ParameterizedTest
    @CsvSource({
        "SELEC * FROM c,SC1001",
        "SELECT * FROM c WHERE,SC1001",
        "SELECT * FROM c WHERE c.a = 'x,SC1001",
        "SELECT * FROM c LIMIT 5,SC1001",
        "SELECT c.value FROM c,SC1001",
        "SELECT VALUE c.id FROM c WHERE c.Order = 1,SC1001",
        "SELECT c.id AS group FROM c,SC1001",
        "SELECT VALUE d.id FROM c,SC2001",
        "SELECT VALUE 1 FROM c WHERE c.id = 'none' AND d.id = 1,SC2001",
        "SELECT VALUE 1 FROM c WHERE EXISTS(SELECT VALUE s FROM s IN d.sizes),SC2001",
        "SELECT VALUE c.id,SC2001",
        "SELECT VALUE FOO(1) FROM c,SC2005",
        "SELECT VALUE ABS(1; 2),SC1001",
        "SELECT VALUE UPPER(),SC2050",
        "SELECT c.id FROM c GROUP BY c.kind,SC2101",
        "SELECT * FROM c GROUP BY c.kind,SC2102",
        "SELECT c.kind FROM c GROUP BY c.kind ORDER BY c.kind,SC2103",
        "SELECT * FROM c JOIN s IN c.sizes,SC2040",
        "SELECT VALUE (SELECT VALUE s FROM s IN c.sizes) FROM c,SC2204",
        "SELECT VALUE c.id FROM c OFFSET 0 LIMIT -1,SC1001",
        "SELECT VALUE c.id FROM c WHERE c.id = @none,SC2010",
        "SELECT VALUE udf.f(c) FROM c,SC3000",
        "SELECT VALUE ST_DISTANCE(c.a; c.b) FROM c,SC1001",
        "SELECT VALUE ST_ISVALID(c.a) FROM c,SC3000",
        "SELECT VALUE DOCUMENTID(c) FROM c,SC3000",
        "SELECT c.id FROM c ORDER BY LOWER(c.id),SC2206",
        "SELECT c.id FROM c ORDER BY c.a || c.b,SC2206",
        "SELECT c.id FROM c ORDER BY 1,SC2206",
        "SELECT c.id FROM c ORDER BY c,SC2206",
        "SELECT c.id FROM c ORDER BY c.a[c.b],SC2206",
        "SELECT FROM c,SC1001",
        "SELECT * FROM c WHERE c.id IN (),SC1001",
    })
    void refuses(String query, String code) {
        assertThatThrownBy(() -> run(query, Map.of()))
                .isInstanceOfSatisfying(
                        QueryError.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    @Property(tries = 500)
    void likeIsTheRegularExpressionThatItStandsFor(
            @ForAll @Chars({'a', 'b'}) @StringLength(max = 8) String text,
            @ForAll @Chars({'a', 'b', '%', '_'}) @StringLength(max = 6) String pattern) {
        String regex = pattern.replace("%", ".*").replace("_", ".");

        assertThat(run("SELECT VALUE '" + text + "' LIKE '" + pattern + "'", Map.of()))
                .isEqualTo(json("[" + text.matches(regex) + "]"));
    }

    @Test
    void likeTakesNoLongerForManyPercentSigns() {
        String text = "a".repeat(5000);

        assertThat(run("SELECT VALUE '" + text + "' LIKE '" + "%a".repeat(50) + "%b'", Map.of()))
                .isEqualTo(json("[false]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.kind = 'a'", "c.x = 1 AND 'a' = c.kind", "(c.kind = @k) AND c.y > 1"})
    void knowsWhenAQueryNamesItsPartition(String where) {
        Map<String, JsonNode> parameters = Map.of("@k", json("'a'"));

        assertThat(DocumentQuery.parse("SELECT * FROM c WHERE " + where, parameters)
                        .equalities())
                .containsEntry("/kind", json("'a'"));
        assertThat(DocumentQuery.parse("SELECT * FROM c WHERE " + where + " OR c.z = 1", parameters)
                        .equalities())
                .isEmpty();
    }

    @Property(tries = 200)
    void filtersLikeAPredicate(@ForAll @Size(max = 30) List<Integer> numbers, @ForAll int limit) {
        Map<String, JsonNode> parameters = new HashMap<>();
        parameters.put("@limit", JSON.valueToTree(limit));
        Stream<JsonNode> documents =
                numbers.stream().map(n -> JSON.createObjectNode().put("n", n));

        List<JsonNode> rows = DocumentQuery.parse("SELECT VALUE c.n FROM c WHERE c.n < @limit ORDER BY c.n", parameters)
                .run(documents, CLOCK)
                .toList();

        assertThat(rows.stream().map(JsonNode::intValue))
                .containsExactlyElementsOf(
                        numbers.stream().filter(n -> n < limit).sorted().toList());
    }

    private static JsonNode run(String query, Map<String, JsonNode> parameters) {
        Stream<JsonNode> documents = DOCUMENTS.stream().map(DocumentQueryTest::json);
        return Values.canonical(JSON.createArrayNode()
                .addAll(DocumentQuery.parse(query, parameters)
                        .run(documents, CLOCK)
                        .toList()));
    }

    private static JsonNode json(String text) {
        try {
            return Values.canonical(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
