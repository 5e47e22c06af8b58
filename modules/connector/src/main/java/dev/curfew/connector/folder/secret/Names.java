package dev.curfew.connector.folder.secret;

import dev.curfew.model.format.SecretFormats;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names that values are assigned to.
final class Names {
    /// Far longer than any line that a person wrote.
    private static final int LOOKED_BACK = 256;

    private static final Pattern ASSIGNED =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]{0,63})[\"']?\\s{0,8}(?:=>|[:=])\\s{0,8}[^=\\n]*\\z");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final Pattern SECRET = Pattern.compile(
            "(?:^|_)(?:password|passwd|pwd|passphrase|secret|token|apikey|api_key|access_key|private_key|credentials?)$");

    private Names() {}

    /// The nearest name before a place in a line; empty where there is none, or where it is itself a credential.
    static String before(String text, int at) {
        int line = Math.max(text.lastIndexOf('\n', Math.max(0, at - 1)) + 1, at - LOOKED_BACK);
        Matcher matcher = ASSIGNED.matcher(text.substring(Math.min(line, at), at));
        return matcher.find() ? clean(matcher.group(1)) : "";
    }

    static String clean(String name) {
        return SecretFormats.packaged().in(name).isEmpty() ? name : "";
    }

    /// Whether what is assigned to it is a secret: `DB_PASSWORD`, `clientSecret`, not `secretName` or `TOKEN_FILE`.
    static boolean isSecret(String name) {
        String words =
                HUMP.matcher(name).replaceAll("_").replaceAll("[.-]", "_").toLowerCase(Locale.ROOT);
        return SECRET.matcher(words).find();
    }
}
