package dev.curfew.model.kind;

import java.util.List;

/// What a source is read with, and acted on with: each time one secret text, as a file holds it.
///
/// @param required whether a connection cannot do without; otherwise the source is found by other means, which its
///     settings name
/// @param forms what such a text may be, each the key of its words; empty: a source of this kind takes none
public record Credentials(boolean required, List<String> forms) {
    /// A file, the sample.
    public static final Credentials NONE = new Credentials(false, List.of());

    public Credentials {
        forms = List.copyOf(forms);
        if (required && forms.isEmpty()) {
            throw new IllegalArgumentException("a credential is required, but none has a form");
        }
    }

    public static Credentials required(String... forms) {
        return new Credentials(true, List.of(forms));
    }

    public boolean taken() {
        return !forms.isEmpty();
    }
}
