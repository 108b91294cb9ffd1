package dev.bobbin.emulator.standin.documents.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queries over two families with which the query reference explains the language, and their results there. */
class FamilyQueriesTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-04T05:06:07Z"), ZoneOffset.UTC);

    private static final List<String> FAMILIES = List.of("""
            {'id': 'AndersenFamily', 'lastName': 'Andersen',
             'parents': [{'firstName': 'Thomas'}, {'firstName': 'Mary Kay'}],
             'children': [{'firstName': 'Henriette Thaulow', 'gender': 'female', 'grade': 5,
                           'pets': [{'givenName': 'Fluffy'}]}],
             'address': {'state': 'WA', 'county': 'King', 'city': 'Seattle'},
             'creationDate': 1431620472, 'isRegistered': true}
            """, """
            {'id': 'WakefieldFamily',
             'parents': [{'familyName': 'Wakefield', 'givenName': 'Robin'}, {'familyName': 'Miller', 'givenName': 'Ben'}],
             'children': [{'familyName': 'Merriam', 'givenName': 'Jesse', 'gender': 'female', 'grade': 1,
                           'pets': [{'givenName': 'Goofy'}, {'givenName': 'Shadow'}]},
                          {'familyName': 'Miller', 'givenName': 'Lisa', 'gender': 'female', 'grade': 8}],
             'address': {'state': 'NY', 'county': 'Manhattan', 'city': 'NY'},
             'creationDate': 1431620462, 'isRegistered': false}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "SELECT VALUE f.id FROM Families f WHERE f.id = 'AndersenFamily' => ['AndersenFamily']",
                "SELECT {'Name': f.id, 'City': f.address.city} AS Family FROM Families f WHERE f.address.city = f.address.state => [{'Family': {'Name': 'WakefieldFamily', 'City': 'NY'}}]",
                "SELECT c.givenName FROM Families f JOIN c IN f.children WHERE f.id = 'WakefieldFamily' => [{'givenName': 'Jesse'}, {'givenName': 'Lisa'}]",
                "SELECT f.address FROM Families f WHERE f.id = 'AndersenFamily' => [{'address': {'state': 'WA', 'county': 'King', 'city': 'Seattle'}}]",
                "SELECT f.address.state, f.address.city FROM Families f WHERE f.id = 'AndersenFamily' => [{'state': 'WA', 'city': 'Seattle'}]",
                "SELECT f[\"lastName\"] FROM Families f WHERE f.id = 'AndersenFamily' => [{'lastName': 'Andersen'}]",
                "SELECT {'state': f.address.state, 'city': f.address.city, 'name': f.id} FROM Families f WHERE f.id = 'AndersenFamily' => [{'$1': {'state': 'WA', 'city': 'Seattle', 'name': 'AndersenFamily'}}]",
                "SELECT {'state': f.address.state}, {'name': f.id} FROM Families f WHERE f.id = 'AndersenFamily' => [{'$1': {'state': 'WA'}, '$2': {'name': 'AndersenFamily'}}]",
                "SELECT [f.address.city, f.address.state] AS CityState FROM Families f => [{'CityState': ['Seattle', 'WA']}, {'CityState': ['NY', 'NY']}]",
                "SELECT VALUE 'Hello World' => ['Hello World']",
                "SELECT VALUE f.address.state FROM Families f => ['WA', 'NY']",
                "SELECT ((2 + 11 % 7) - 2) / 3 => [{'$1': 1.3333333333333333}]",
                "SELECT f.address.city = f.address.state AS AreFromSameCityState FROM Families f => [{'AreFromSameCityState': false}, {'AreFromSameCityState': true}]",
                "SELECT VALUE c FROM Families.address.state c => ['WA', 'NY']",
                "SELECT VALUE c.firstName FROM Families.children[0] c => ['Henriette Thaulow']",
                "SELECT c.givenName FROM c IN Families.children WHERE c.grade = 8 => [{'givenName': 'Lisa'}]",
                "SELECT COUNT(child) FROM child IN Families.children => [{'$1': 3}]",
                "SELECT VALUE COUNT(child) FROM child IN Families.children => [3]",
                "SELECT f.id FROM Families f JOIN f.children => [{'id': 'AndersenFamily'}, {'id': 'WakefieldFamily'}]",
                "SELECT f.id FROM Families f JOIN c IN f.children => [{'id': 'AndersenFamily'}, {'id': 'WakefieldFamily'}, {'id': 'WakefieldFamily'}]",
                "SELECT f.id AS familyName, c.givenName AS childGivenName, p.givenName AS petName FROM Families f JOIN c IN f.children JOIN p IN c.pets => [{'familyName': 'AndersenFamily', 'petName': 'Fluffy'}, {'familyName': 'WakefieldFamily', 'childGivenName': 'Jesse', 'petName': 'Goofy'}, {'familyName': 'WakefieldFamily', 'childGivenName': 'Jesse', 'petName': 'Shadow'}]",
                "SELECT VALUE p.givenName FROM Families f JOIN c IN f.children JOIN p IN c.pets WHERE p.givenName = 'Shadow' => ['Shadow']",
                "SELECT f.id FROM Families f ORDER BY f.address.city => [{'id': 'WakefieldFamily'}, {'id': 'AndersenFamily'}]",
                "SELECT f.id, f.creationDate FROM Families f ORDER BY f.creationDate DESC => [{'id': 'AndersenFamily', 'creationDate': 1431620472}, {'id': 'WakefieldFamily', 'creationDate': 1431620462}]",
                "SELECT f.id FROM Families f ORDER BY f.lastName => [{'id': 'WakefieldFamily'}, {'id': 'AndersenFamily'}]",
                "SELECT f.id, f.address.city FROM Families f ORDER BY f.address.city OFFSET 1 LIMIT 1 => [{'id': 'AndersenFamily', 'city': 'Seattle'}]",
                "SELECT VALUE f.id FROM Families f WHERE f.id IN ('AndersenFamily', 'WakefieldFamily') => ['AndersenFamily', 'WakefieldFamily']",
                "SELECT VALUE c.givenName FROM Families f JOIN c IN f.children WHERE c.grade BETWEEN 1 AND 5 => ['Jesse']",
                "SELECT (c.grade BETWEEN 0 AND 5) AS low FROM Families f JOIN c IN f.children => [{'low': true}, {'low': true}, {'low': false}]",
                "SELECT (c.grade < 5) ? 'elementary' : 'other' AS level FROM Families.children[0] c => [{'level': 'other'}, {'level': 'elementary'}]",
                "SELECT (c.grade < 5) ? 'elementary' : ((c.grade < 9) ? 'junior' : 'high') AS level FROM Families f JOIN c IN f.children => [{'level': 'junior'}, {'level': 'elementary'}, {'level': 'junior'}]",
                "SELECT f.lastName ?? f.parents[0].familyName AS familyName FROM Families f => [{'familyName': 'Andersen'}, {'familyName': 'Wakefield'}]",
                "SELECT VALUE f.nothing ?? f.none ?? 'last' FROM Families f WHERE f.isRegistered => ['last']",
                "SELECT * FROM Families f WHERE f.nothing = 1 => []",
                "SELECT VALUE f.id FROM Families f WHERE f.address.state = @state AND f.lastName = @name => ['AndersenFamily']",
                "SELECT VALUE f.id FROM Families f WHERE f.address.state IN (@state, 'XX') => ['AndersenFamily']",
                "SELECT VALUE f.id FROM Families f WHERE ARRAY_CONTAINS(f.parents, {'familyName': 'Miller'}, true) => ['WakefieldFamily']",
                "SELECT VALUE f.id FROM Families f WHERE ARRAY_CONTAINS(f.parents, {'familyName': 'Miller'}) => []",
                "SELECT VALUE f.id FROM Families f WHERE EXISTS(SELECT VALUE c FROM c IN f.children WHERE c.grade > 7) => ['WakefieldFamily']",
                "SELECT f.id, EXISTS(SELECT VALUE p FROM c IN f.children JOIN p IN c.pets WHERE p.givenName = 'Goofy') AS goofy FROM Families f => [{'id': 'AndersenFamily', 'goofy': false}, {'id': 'WakefieldFamily', 'goofy': true}]",
                "SELECT f.id, ARRAY(SELECT VALUE c.grade FROM c IN f.children) AS grades FROM Families f => [{'id': 'AndersenFamily', 'grades': [5]}, {'id': 'WakefieldFamily', 'grades': [1, 8]}]",
                "SELECT f.id, (SELECT VALUE SUM(c.grade) FROM c IN f.children) AS total FROM Families f => [{'id': 'AndersenFamily', 'total': 5}, {'id': 'WakefieldFamily', 'total': 9}]",
                "SELECT VALUE COUNT(1) FROM Families f JOIN (SELECT VALUE c FROM c IN f.children WHERE c.gender = 'female' AND c.grade > 4) => [2]",
                "SELECT f.address.state, COUNT(1) AS n FROM Families f JOIN c IN f.children GROUP BY f.address.state => [{'state': 'WA', 'n': 1}, {'state': 'NY', 'n': 2}]",
                "SELECT c.gender, AVG(c.grade) AS mean, MIN(c.grade) AS low, MAX(c.grade) AS high FROM Families f JOIN c IN f.children GROUP BY c.gender => [{'gender': 'female', 'mean': 4.666666666666667, 'low': 1, 'high': 8}]",
                "SELECT VALUE COUNT(f.lastName) FROM Families f => [1]",
                "SELECT VALUE MIN(f.lastName) FROM Families f => ['Andersen']",
                "SELECT DISTINCT VALUE c.gender FROM Families f JOIN c IN f.children => ['female']",
                "SELECT DISTINCT f.isRegistered FROM Families f => [{'isRegistered': true}, {'isRegistered': false}]",
                "SELECT TOP 1 VALUE f.id FROM Families f => ['AndersenFamily']",
                "SELECT VALUE f.id FROM Families f WHERE f.lastName LIKE 'And%' => ['AndersenFamily']",
                "SELECT VALUE f.id FROM Families f WHERE f.id LIKE '%[^a-z]amily' => ['AndersenFamily', 'WakefieldFamily']",
                "SELECT VALUE f.id FROM Families f WHERE f.lastName NOT LIKE 'And%' => []",
                "SELECT VALUE f.id FROM Families f WHERE IS_DEFINED(f.lastName) AND NOT IS_NULL(f.lastName) => ['AndersenFamily']",
                "SELECT VALUE CONCAT(f.address.city, ', ', f.address.state) FROM Families f => ['Seattle, WA', 'NY, NY']",
                "SELECT VALUE TimestampToDateTime(f.creationDate * 1000) FROM Families f WHERE f.isRegistered => ['2015-05-14T16:21:12.0000000Z']",
                "SELECT VALUE DateTimePart('yyyy', TimestampToDateTime(f.creationDate * 1000)) FROM Families f WHERE f.isRegistered => [2015]",
                "SELECT VALUE \"a\\u0062c\" => ['abc']",
                "SELECT VALUE [1e3, 0xFF, -.5, 1.50] => [[1000, 255, -0.5, 1.5]]",
                "SELECT f.id FROM Families f WHERE f.address['state'] = \"NY\" => [{'id': 'WakefieldFamily'}]",
                "SELECT VALUE ROUND(AVG(c.grade)) FROM Families f JOIN c IN f.children => [5]",
                "SELECT VALUE StringToNumber(ToString(f.creationDate)) FROM Families f WHERE NOT f.isRegistered => [1431620462]",
                "SELECT VALUE ARRAY_SLICE(ARRAY_CONCAT(f.parents, f.children), 1, 1)[0].firstName FROM Families f => ['Mary Kay']",
                "SELECT VALUE {'n': ARRAY_LENGTH(f.children), 'one': ARRAY_LENGTH(f.children) = 1} FROM Families f => [{'n': 1, 'one': true}, {'n': 2, 'one': false}]",
                "SELECT TOP 1 c.givenName, VectorDistance([c.grade, 1], [8, 1], true, {'distanceFunction': 'euclidean'}) AS far FROM Families f JOIN c IN f.children ORDER BY VectorDistance([c.grade, 1], [8, 1], true, {'distanceFunction': 'euclidean'}) => [{'givenName': 'Lisa', 'far': 0}]",
            })
    void answers(String query, String rows) throws JsonProcessingException {
        Map<String, JsonNode> parameters =
                Map.of("@state", JSON.valueToTree("WA"), "@name", JSON.valueToTree("Andersen"));
        Stream.Builder<JsonNode> families = Stream.builder();
        for (String family : FAMILIES) {
            families.add(JSON.readTree(family));
        }
        List<JsonNode> answered = new ArrayList<>(DocumentQuery.parse(query, parameters)
                .run(families.build(), CLOCK)
                .toList());

        assertThat(JSON.valueToTree(answered).toString())
                .isEqualTo(JSON.readTree(rows).toString());
    }
}
