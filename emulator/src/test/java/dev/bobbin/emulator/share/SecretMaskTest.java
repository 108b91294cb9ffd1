package dev.bobbin.emulator.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.signature.SourceParser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is masked by its name or form, in plain texts, in code and in JSON, and what is not. */
class SecretMaskTest {

    private final SecretMask mask = new SecretMask(Set.of("db-password"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "password = \"abc\"                      | password = \"***\"",
                "{\"clientSecret\": \"a\\\"b\"}          | {\"clientSecret\": \"***\"}",
                "Server=x;Password=p w;Database=y        | Server=x;Password=***;Database=y",
                "Server=x;PWD={p;w};Database=y           | Server=x;PWD=***;Database=y",
                "AccountKey=abc==;EndpointSuffix=core    | AccountKey=***;EndpointSuffix=core",
                "Authorization: Bearer abcdefgh.ijkl     | Authorization: Bearer ***",
                "https://x/y?sv=1&sig=abc%3D&se=2        | https://x/y?sv=1&sig=***&se=2",
                "postgres://sa:PW@host/db                | postgres://sa:***@host/db",
                "api_key = os.environ(\"K\")             | api_key = os.environ(\"K\")",
                "password: str = None                    | password: str = None",
                "DB_PASSWORD: str = \"x1\"               | DB_PASSWORD: str = \"***\"",
                "PASSWORD = \"\"\"tri\"ple\"\"\"         | PASSWORD = \"\"\"***\"\"\"",
                "os.environ[\"PASSWORD\"] = \"e1\"       | os.environ[\"PASSWORD\"] = \"***\"",
                "AUTH_TOKEN=abc1 token: abc2             | AUTH_TOKEN=*** token: ***",
                "private_key = 'k1' passphrase = 'p1'    | private_key = '***' passphrase = '***'",
                "{\"code\": \"pwd = \\\"abc\\\"\"}       | {\"code\": \"pwd = \\\"***\\\"\"}",
                "SELECT 1 FROM T WHERE Password = @p     | SELECT 1 FROM T WHERE Password = @p",
                "the secret of success                   | the secret of success",
                "max_tokens and compass: 5               | max_tokens and compass: 5"
            })
    void plainTextsAreMaskedByNameAndForm(String text, String masked) {
        assertThat(mask.text(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "r = {\"secret\": s, \"password\": pw}             | r = {\"secret\": s, \"password\": pw}",
                "token = make(\"plain\")                           | token = make(\"plain\")",
                "password = vault.get_secret(\"entry\").value      | password = vault.get_secret(\"entry\").value",
                "f(\"db-password\")                                | f(\"db-password\")",
                "token = \"abc1\"                                  | token = \"***\"",
                "auth_token = \"Bearer %s %(n)5d\" % name           | auth_token = \"***%s%(n)5d\" % name",
                "token = ('a {} {n:>3}').format(x, n=1)            | token = ('***{}{n:>3}').format(x, n=1)",
                "password = \"50%s {a}\"                            | password = \"***\"",
                "AUTH_TOKEN = 'abc1'                               | AUTH_TOKEN = '***'",
                "DB_PASSWORD: str = \"abc1\"                       | DB_PASSWORD: str = \"***\"",
                "self.passphrase = \"abc1\"                        | self.passphrase = \"***\"",
                "os.environ[\"PASSWORD\"] = \"abc1\"               | os.environ[\"PASSWORD\"] = \"***\"",
                "x = os.getenv(\"API_KEY\", \"abc1\")              | x = os.getenv(\"API_KEY\", \"***\")",
                "d = {\"password\": [\"abc1\", (\"abc2\",)]}       | d = {\"password\": [\"***\", (\"***\",)]}",
                "d = {\"passwords\": {\"a\": \"abc1\"}}            | d = {\"passwords\": {\"a\": \"***\"}}",
                "d = {\"pwd\": 998877665, \"id\": 998877665}       | d = {\"pwd\": 0, \"id\": 0}",
                "user, password = \"ada\", \"abc1\"                | user, password = \"ada\", \"***\"",
                "if password == \"abc1\": pass                     | if password == \"***\": pass",
                "password = a or \"abc1\" if b else \"abc2\"       | password = a or \"***\" if b else \"***\"",
                "password = \"abc1\".encode()                      | password = \"***\".encode()",
                "connect(pwd=\"abc1\", port=1433)                  | connect(pwd=\"***\", port=1433)",
                "def f(password=\"abc1\"): pass                    | def f(password=\"***\"): pass",
                "def token(): return \"abc1\"                      | def token(): return \"***\"",
                "password = f\"abc1{x}abc2\"                       | password = f\"***{x}***\"",
                "password = rb'a\\b1'                              | password = rb'***'",
                "s = \"Server=x;Pwd=abc1;Database=y\"              | s = \"Server=x;Pwd=***;Database=y\"",
                "s = f\"Server=x;Pwd={pw};Database=y\"             | s = f\"Server=x;Pwd={pw};Database=y\"",
                "s = \"Pwd={};x={}\".format(pw, x)                 | s = \"Pwd={};x={}\".format(pw, x)",
                "log(\"token=%s pw: %(pw)s\", t)                   | log(\"token=%s pw: %(pw)s\", t)",
                "q = \"UPDATE U SET Password = ? WHERE Id = 1\"    | q = \"UPDATE U SET Password = ? WHERE Id = 1\"",
                "q = \"UPDATE U SET Password = Hash WHERE Id = 1\" | q = \"UPDATE U SET Password = Hash WHERE Id = 1\"",
                "q = \"CREATE USER u WITH PASSWORD = 'abc1'\"      | q = \"CREATE USER u WITH PASSWORD = '***'\"",
                "x = 1  # password: abc1                           | x = 1  # password: ***"
            })
    void codeIsMaskedInItsTextsOnly(String code, String masked) {
        assertThat(mask.python(code)).isEqualTo(masked);
        assertThat(SourceParser.outline(mask.python(code)).findings()).isEmpty();
    }

    @Test
    void aSecretOverSeveralLinesLeavesAllLinesWhereTheyWere() {
        String code =
                "password = \"\"\"first-line\nsecond-line\"\"\"\nx = (\"see first-line\"  # why\n  \" here\")\nlast = 1";
        assertThat(mask.python(code))
                .isEqualTo("password = \"\"\"\\\n***\"\"\"\nx = (\"see ***\"  # why\n  \" here\")\nlast = 1");
    }

    @Test
    void aSecretWrittenInPiecesOrWithEscapesIsFound() {
        String code = """
                password = 'Gr\\u00fcn-1'
                a = 'Gr' 'ün-1'
                b = "\\x47rün-1!"
                c = 'Gr\\N{LATIN SMALL LETTER U WITH DIAERESIS}n-1'
                d = r'see Gr' 'ün-1'
                """;
        assertThat(mask.python(code))
                .isEqualTo("password = '***'\na = '***' ''\nb = \"***!\"\nc = '***'\nd = r'***' ''\n");
    }

    @Test
    void codeThatIsNoPythonIsMaskedAsText() {
        assertThat(mask.python("def broken(:\n    password = 'abc1'\n  token = abc2\n"))
                .isEqualTo("def broken(:\n    password = '***'\n  token = ***\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1.50, \"password\" : \"x\", \"b\":[ ]}        | {\"a\":1.50, \"password\" : \"***\", \"b\":[ ]}",
                "{\"authToken\": \"abc1\", \"note\": \"is abc1\"}      | {\"authToken\": \"***\", \"note\": \"is ***\"}",
                "{\"password\": [\"abc1\", {\"x\": 77}], \"y\": 78}    | {\"password\": [\"***\", {\"x\": 0}], \"y\": 78}",
                "{\"pwd\": 998877665, \"id\": [998877665]}             | {\"pwd\": 0, \"id\": [0]}",
                "{\"password\": null, \"token\": true, \"pw\": \"\"}   | {\"password\": null, \"token\": true, \"pw\": \"\"}",
                "{\"name\": \"DbPassword\", \"value\": \"abc1\"}       | {\"name\": \"DbPassword\", \"value\": \"***\"}",
                "{\"text\": \"{\\\"pw\\\": \\\"a\\\\\\\"b1\\\"}\"}     | {\"text\": \"{\\\"pw\\\": \\\"***\\\"}\"}",
                "{\"AccountKey\": 123456, \"max_tokens\": 4000}        | {\"AccountKey\": 123456, \"max_tokens\": 4000}",
                "{\"password\": \"abc1\"                               | {\"password\": \"***\""
            })
    void jsonIsMaskedInPlace(String json, String masked) {
        assertThat(mask.json(json)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "db-password", "password"})
    void whatIsOnlyANameIsNoSecretElsewhere(String word) {
        SecretMask own = new SecretMask(Set.of("name", "db-password"));
        own.json("{\"password\": \"" + word + "\"}");
        assertThat(own.text("asked for " + word)).isEqualTo("asked for " + word);
    }

    @Test
    void aShortSecretIsMaskedAsAWordAndATinyOneOnlyWhereItsNameStands() {
        mask.json("{\"password\": \"abc\", \"pwd\": \"z\"}");
        assertThat(mask.text("abc abcd (abc) z pwd=z")).isEqualTo("*** abcd (***) z pwd=***");
    }

    /** As programs write {@code Ab3/xYz+Q9~*"ü=='\} into addresses, logs and headers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ab3/xYz+Q9~*\"ü=='\\",
                "Ab3/xYz%2BQ9~%2A%22%C3%BC%3D%3D%27%5C",
                "Ab3%2FxYz%2BQ9%7E*%22%C3%BC%3D%3D%27%5C",
                "ab=Ab3%2fxYz%2bQ9~*%22%c3%bc%3d%3d%27%5c&x=1",
                "Ab3/xYz+Q9~*\\\"ü=='\\\\",
                "Ab3/xYz+Q9~*\\\"\\u00fc=='\\\\",
                "{\\\"v\\\": \\\"Ab3\\/xYz+Q9~*\\\\\\\"\\\\u00FC=='\\\\\\\\\\\"}",
                "b'Ab3/xYz+Q9~*\"\\xc3\\xbc==\\'\\\\'",
                "'Ab3/xYz+Q9~*\"\\xfc==\\'\\\\'",
                "Ab3/xYz+Q9~*&quot;ü==&#x27;\\",
                "Basic dXNlcjpBYjMveFl6K1E5fioiw7w9PSdc"
            })
    void knownSecretsAreFoundHoweverTheyAreSpelt(String text) {
        SecretMask known = SecretMask.ofValues(List.of("Ab3/xYz+Q9~*\"ü=='\\"));

        String masked = known.text("before " + text + " behind");

        assertThat(masked)
                .startsWith("before ")
                .endsWith(" behind")
                .contains("***")
                .doesNotContain("xYz", "eFl6");
    }

    /** In forms of the web a blank is a plus, and a plus is none. */
    @ParameterizedTest
    @ValueSource(strings = {"a b+c~d*ü", "a+b%2Bc~d%2A%C3%BC", "x=a+b%2bc%7Ed*%c3%bc&y", "a%20b%2Bc~d*%C3%BC"})
    void aBlankMayHaveBecomeAPlus(String text) {
        assertThat(SecretMask.ofValues(List.of("a b+c~d*ü")).text("1+1 " + text + " 2+2"))
                .startsWith("1+1 ")
                .endsWith(" 2+2")
                .contains("***")
                .doesNotContain("c~d", "a+b", "%2Bc");
    }

    @Test
    void base64IsFoundInLinesAndInWideCharacters() {
        String secret = "key-" + "0123456789abcdef".repeat(6);
        SecretMask known = SecretMask.ofValues(List.of(secret));
        byte[] inside = ("user: me; " + secret + "; end").getBytes(StandardCharsets.UTF_8);
        String lines = Base64.getMimeEncoder().encodeToString(inside);
        String wide = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_16LE));

        assertThat(lines).contains("\r\n");
        assertThat(known.text("before\n" + lines + "\nbehind")).isEqualTo("before\n***\nbehind");
        assertThat(known.text("-EncodedCommand " + wide)).isEqualTo("-EncodedCommand ***");
        String harmless = Base64.getMimeEncoder()
                .encodeToString("nothing to hide ".repeat(20).getBytes(StandardCharsets.UTF_8));
        assertThat(known.text(harmless)).isEqualTo(harmless);
    }

    @Test
    void encodedTextsAreLookedThroughInEverySpelling() {
        String digits = "0123456789abcdef".repeat(6);
        String secret = "Grün \"9\" " + digits;
        SecretMask known = SecretMask.ofValues(List.of(secret));
        byte[] utf8 = ("user: me; " + secret).getBytes(StandardCharsets.UTF_8);
        String indented = Base64.getMimeEncoder().encodeToString(utf8).replace("\r\n", "\n    ");
        String json = "{\"k\": \"Gr\\u00fcn \\\"9\\\" " + digits + "\"}";
        String ofJson = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        String bigEnd = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_16BE));
        String colons = HexFormat.ofDelimiter(":").formatHex(secret.getBytes(StandardCharsets.UTF_8));

        assertThat(indented).contains("\n    ");
        assertThat(known.text("key: |\n    " + indented + "\nend: 1")).isEqualTo("key: |\n    ***\nend: 1");
        assertThat(known.text("json " + ofJson)).isEqualTo("json ***");
        assertThat(known.text("wide " + bigEnd)).isEqualTo("wide ***");
        assertThat(known.text("hex " + HexFormat.of().formatHex(utf8) + ".")).isEqualTo("hex ***.");
        assertThat(known.text("print " + colons)).isEqualTo("print ***");
        String harmless = "id 6f9619ff-8b86-4011-b42d-00c04fc964ff, 00:11:22:33:44:55, " + "ab".repeat(9000);
        assertThat(known.text(harmless)).isEqualTo(harmless);
    }

    /** Looking further than an entity can be long takes hours here. */
    @Test
    @Timeout(60)
    void signsThatBeginNothingCostLittle() {
        String text = "& ".repeat(2_000_000);
        assertThat(SecretMask.ofValues(List.of("s3cret-value")).text(text)).isEqualTo(text);
    }

    @Test
    void aTemplateThatIsFilledInElsewhereKeepsItsPlace() {
        String code = """
                HEADER = "Bearer %s"
                auth_token = "Bearer %s" % name
                headers = {"Authorization": "Bearer {}", "api_key": "k3y-%s-x"}
                """;

        assertThat(SecretMask.ofValues(List.of()).python(code))
                .contains("HEADER = \"Bearer %s\"", "\"Bearer %s\" % name", "\"Bearer {}\"", "\"api_key\": \"***");
    }

    @Test
    void aLongTextIsMaskedFromItsBeginningToItsEnd() {
        String line = "1;Gr\u00fcn;plain text;2026-01-01\n";
        String text = "s3cr&t/1\n" + line.repeat(60_000) + "password=h1dden;\n" + line.repeat(20_000) + "s3cr&t/1";

        assertThat(SecretMask.ofValues(List.of("s3cr&t/1")).file("long.csv", text))
                .isEqualTo("***\n" + line.repeat(60_000) + "password=***;\n" + line.repeat(20_000) + "***");
    }

    @Test
    void aKeyInTheMiddleOfALongTextIsMasked() {
        String key = "-----BEGIN PRIVATE KEY-----\n" + ("m1IEvQ" + "x".repeat(57) + "\n").repeat(26)
                + "-----END PRIVATE KEY-----\n";
        String line = "1;plain text;2026-01-01\n";
        for (int before : List.of(520_000, 523_000, 524_000, 524_270, 524_288)) {
            String start = line.repeat(before / line.length()) + "-".repeat(before % line.length()) + "\n";
            String text = start + key + line.repeat(2_000);
            assertThat(new SecretMask(Set.of()).file("k.pem", text))
                    .as("key at %s", before)
                    .isEqualTo(start + "***\n" + line.repeat(2_000));
        }
    }

    @Test
    void everyValueOfALargeVaultIsMasked() {
        List<String> values = IntStream.range(0, 6_000)
                .mapToObj(i -> "Val%05dxyzQ".formatted(i))
                .toList();

        assertThat(SecretMask.ofValues(values).text(String.join(" ", values)).replace("***", ""))
                .isBlank();
    }

    @Test
    void wordsOfThreeCharactersAreFoundAmongSigns() {
        assertThat(SecretMask.ofValues(List.of("a.b", "x1z")).text("..a.b..x1z (x1z) x1za a.bc ü_x1z"))
                .isEqualTo("..***..*** (***) x1za a.bc ü_x1z");
    }

    @Test
    void whatIsAroundASecretStays() {
        SecretMask known = SecretMask.ofValues(List.of("s3cr&t/1"));

        assertThat(known.text("C:\\new\\temp 50% \\u00e4 ?k=s3cr%26t%2F1&n=%C3%A4 &amp; aGVsbG8gd29ybGQ="))
                .isEqualTo("C:\\new\\temp 50% \\u00e4 ?k=***&n=%C3%A4 &amp; aGVsbG8gd29ybGQ=");
    }
}
