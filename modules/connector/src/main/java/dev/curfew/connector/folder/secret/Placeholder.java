package dev.curfew.connector.folder.secret;

import java.util.Locale;
import java.util.regex.Pattern;

/// Values that stand where a secret will be: references, samples, what documentation shows.
public final class Placeholder {
    private static final Pattern REFERENCE = Pattern.compile(
            "[$%]\\w.*|.*(?:\\$\\{|\\$\\(|\\{\\{|%\\(|<[^>]*>).*|arn:.*|(?i:vault|op|ref|file|env|secret|sops|ssm):.*|https?://.*",
            Pattern.DOTALL);

    private static final Pattern SAMPLE = Pattern.compile(
            ".*(?:example|changeme|change-me|change_me|placeholder|dummy|redacted|replace|your[_-]|xxxx|\\*\\*\\*|\\.\\.\\.).*");

    private static final int DIFFERENT_MIN = 4;

    private Placeholder() {}

    public static boolean is(String value) {
        return REFERENCE.matcher(value).matches() || isSample(value);
    }

    /// Amazon's documentation shows keys that end in EXAMPLE.
    static boolean isSample(String value) {
        return value.chars().distinct().count() < DIFFERENT_MIN
                || SAMPLE.matcher(value.toLowerCase(Locale.ROOT)).matches();
    }
}
