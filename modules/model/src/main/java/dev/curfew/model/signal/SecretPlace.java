package dev.curfew.model.signal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where somebody found a secret, without the secret: one of this form, in a file with exactly this content.
///
/// @param file in its repository, for a person: `owner/name/path:line`
/// @param form as in `secret-formats.txt`
/// @param content the keyed fingerprint of what Git names the file's content, 64 hexadecimal digits: without a key,
///     whoever has it could guess the secret in a short file
public record SecretPlace(String file, String form, String content) {
    /// The tag of a file's resource that has the same.
    public static final String CONTENT = "curfew:content";

    private static final Pattern WRITTEN = Pattern.compile("(.+) (\\S+) ([0-9a-f]{64})");

    /// For a `SignalSubject`.
    public String text() {
        return file + " " + form + " " + content;
    }

    /// For a person, to whom the fingerprint says nothing.
    public String words() {
        return file + " (" + form + ")";
    }

    /// What [#text] wrote; empty for anything else.
    public static Optional<SecretPlace> of(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new SecretPlace(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }
}
