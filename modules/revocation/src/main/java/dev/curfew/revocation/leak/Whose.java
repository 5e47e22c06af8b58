package dev.curfew.revocation.leak;

import dev.curfew.model.id.CredentialId;
import java.util.List;
import java.util.stream.Stream;

/// Whose a value is.
///
/// @param credentials that it is the value of, as their sources say
/// @param nameless what sources say of it that have no id for what it is of; for a person
/// @param unasked why some source was not asked, or did not say; for a person
public record Whose(List<CredentialId> credentials, List<String> nameless, List<String> unasked) {
    public static final Whose NOTHING = new Whose(List.of(), List.of(), List.of());

    public Whose {
        credentials = List.copyOf(credentials);
        nameless = List.copyOf(nameless);
        unasked = List.copyOf(unasked);
    }

    /// Of both values.
    public Whose and(Whose other) {
        return new Whose(
                both(credentials, other.credentials), both(nameless, other.nameless), both(unasked, other.unasked));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
