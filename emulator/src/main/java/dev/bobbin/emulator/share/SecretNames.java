package dev.bobbin.emulator.share;

import java.util.List;
import java.util.regex.Pattern;

/** Which names of variables, keys, columns and headers say that their value is a secret. */
final class SecretNames {

    /** Words that make a name one of a secret; a pattern without groups, to be used whatever the case. */
    static final String WORDS =
            "(?:password|passwd|passphrase|passwort|kennwort|pwd|(?<![a-z])pass|(?<![a-z])pw|secret|token"
                    + "|credential|(?:api|account|access|private|shared|storage|signing|encryption|client|master|service"
                    + "|functions?|subscription|auth|ssh|sas|webhook)[_-]?(?:access[_-]?)?key|(?<![a-z])sas"
                    + "|shared[_-]?access[_-]?signature)";

    /** One of these, in small letters, is in every such word. */
    static final List<String> STEMS =
            List.of("pass", "kennwort", "pwd", "pw", "secret", "token", "credential", "key", "sas", "signature");

    /** What may follow such a word: {@code passwords}, {@code PASSWORD_2}, {@code secretValue}, {@code TOKEN_PROD}. */
    static final String ENDING =
            "s?(?:[_-]?(?:\\d+|values?|text|string|bytes|prod(?:uction)?|dev|test|uat|staging|stage"
                    + "|old|new|primary|secondary|default|raw|plain|base64|b64))*";

    private static final int LONGEST = 200;

    private static final Pattern NAME = Pattern.compile("(?is).*?(?:" + WORDS + ENDING + "|authorization|cookie)");

    private static final Pattern OF_NUMBERS =
            Pattern.compile("(?i).*(?:password|passwd|passphrase|passwort|kennwort|pwd|pass|pw|secret).*");

    private static final Pattern WORD = Pattern.compile("(?i)" + WORDS + "s?");

    private SecretNames() {}

    /** Whether a text of that name is a secret. */
    static boolean isSecret(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches();
    }

    /** Whether a number of that name is one: account keys and tokens that are numbers count or point to something. */
    static boolean isSecretNumber(String name) {
        return isSecret(name) && OF_NUMBERS.matcher(name).matches();
    }

    /** Whether a text is nothing but such a word, and so rather a name than a value. */
    static boolean isWord(String text) {
        return text.length() <= LONGEST && WORD.matcher(text).matches();
    }
}
