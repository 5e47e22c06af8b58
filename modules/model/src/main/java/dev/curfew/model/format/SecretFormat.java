package dev.curfew.model.format;

import java.util.List;
import java.util.regex.Pattern;

/// A line of `secret-formats.txt`: a form in which somebody issues credentials.
///
/// @param id `<provider>.<form>`; without a dot it is nobody's alone
/// @param secret whether what it matches is a secret; otherwise it names one
/// @param anchors in each that matches is one of these, in lower case
/// @param published where its issuer says so
/// @param pattern what is secret is its group `value`, or all of it
public record SecretFormat(String id, boolean secret, List<String> anchors, String published, Pattern pattern) {
    static final String VALUE = "value";

    public SecretFormat {
        anchors = List.copyOf(anchors);
        if (id.isBlank() || anchors.isEmpty() || published.isBlank()) {
            throw new IllegalArgumentException("a form has an id, anchors, and a place where it is published: " + id);
        }
    }

    /// Whose credentials these are, as in kinds of things; empty: more than one issuer's.
    public String provider() {
        return id.substring(0, Math.max(0, id.indexOf('.')));
    }
}
