package dev.curfew.model.id;

import java.util.regex.Pattern;

/// The name an officer gave a connected source: 1 to 32 of `a-z`, `0-9` and `-`, starting with a letter or digit.
/// `arn` is reserved, so that a bare ARN is never mistaken for `<source>:<native id>`.
public record SourceName(String value) implements Comparable<SourceName> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /// @throws IllegalArgumentException if the value has another shape
    public SourceName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a source name: '" + value + "'");
        }
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches() && !value.equals("arn");
    }

    @Override
    public int compareTo(SourceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
