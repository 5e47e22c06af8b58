package dev.curfew.revocation.leak;

import dev.curfew.model.id.CredentialId;
import java.util.List;

/// Whose a value is.
///
/// @param credentials that it is the value of, as their sources say
/// @param nameless what sources say of it that have no id for what it is of; for a person
/// @param unasked why some source was not asked, or did not say; for a person
public record Whose(List<CredentialId> credentials, List<String> nameless, List<String> unasked) {
    public Whose {
        credentials = List.copyOf(credentials);
        nameless = List.copyOf(nameless);
        unasked = List.copyOf(unasked);
    }
}
