package dev.curfew.app.console.screen.revocation.leak;

import dev.curfew.app.usecase.revocation.leak.SuppliedValues;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What there is to prove with.
///
/// @param leaked what leaked, if it was given
/// @param supplied besides
record Values(Optional<Secret> leaked, SuppliedValues supplied) {

    /// @param credentials that end
    /// @param whose the ids of those that the leaked value is of
    Map<CredentialId, Secret> of(Collection<CredentialId> credentials, Collection<String> whose) {
        Map<CredentialId, Secret> values = new HashMap<>();
        for (CredentialId credential : credentials) {
            Optional.ofNullable(supplied.values().get(credential))
                    .or(() -> leaked.filter(_ -> whose.contains(credential.text())))
                    .ifPresent(value -> values.put(credential, value));
        }
        return values;
    }

    List<Secret> all() {
        return Stream.concat(leaked.stream(), supplied.values().values().stream())
                .toList();
    }
}
