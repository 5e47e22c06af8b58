package dev.curfew.model.signal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where somebody found a secret, without the secret: one of this form, in a file with exactly this content.
///
/// @param file in its repository, for a person: `owner/name/path:line`
/// @param form as in `secret-formats.txt`
/// @param blob the file's content as Git names it, 40 hexadecimal digits
public record SecretPlace(String file, String form, String blob) {
    /// Of a file's resource: its content as Git names it.
    public static final String BLOB = "git-blob";

    private static final Pattern WRITTEN = Pattern.compile("(.+) (\\S+) ([0-9a-f]{40})");

    /// For a `SignalSubject`.
    public String text() {
        return file + " " + form + " " + blob;
    }

    /// What [#text] wrote; empty for anything else.
    public static Optional<SecretPlace> of(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new SecretPlace(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }
}
