package dev.curfew.app.wiring.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blots out what looks like a secret, in case a library ever logs one. Curfew's own code hands it none: secrets travel
/// as `Secret`, which prints as dots.
final class Redaction {
    private static final String BLOT = "••••";

    /// OpenBao and Vault tokens by their prefixes, AWS secret access keys (40 characters of Base64) and session tokens,
    /// JSON Web Tokens, and whatever follows a word that announces a secret.
    private static final Pattern SECRET = Pattern.compile("""
            (?x)
              (?<![\\w.]) (?: hv[sbr] | [sbr] ) \\. [A-Za-z0-9_-]{20,}
            | (?<![\\w/+=]) [A-Za-z0-9/+]{40} (?![\\w/+=])
            | (?<![\\w/+=]) [A-Za-z0-9/+]{120,} ={0,2}
            | eyJ[\\w-]+ \\. [\\w-]+ \\. [\\w-]*
            | (?<= (?i: authorization | x-vault-token | client_token | secret_id | passphrase | password
                      | secretaccesskey | sessiontoken ) [":=\\x20]{1,4} ) [^\\s",;&}]+
            """);

    private Redaction() {}

    static String of(String text) {
        Matcher secrets = SECRET.matcher(text);
        return secrets.replaceAll(Matcher.quoteReplacement(BLOT));
    }
}
