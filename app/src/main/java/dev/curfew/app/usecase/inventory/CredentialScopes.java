package dev.curfew.app.usecase.inventory;

import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which sources were read so that an identity without credentials has none: an account file, for example, lists no
/// access keys.
final class CredentialScopes {
    /// What connectors' scopes of credentials are called by.
    private static final List<String> CREDENTIALS = List.of("key", "token", "password", "lease", "secret");

    /// When a credential was used is not whether there is one; token roles are no tokens.
    private static final List<String> OTHERS = List.of("last-used", "role", "secretsmanager");

    private CredentialScopes() {}

    /// The sources of which some credentials were not read.
    static Set<SourceName> unread(Snapshot snapshot) {
        return snapshot.coverage().stream()
                .filter(scope -> !scope.provesAbsence())
                .filter(scope -> CREDENTIALS.stream().anyMatch(scope.scope()::contains)
                        && OTHERS.stream().noneMatch(scope.scope()::contains))
                .map(Coverage::source)
                .collect(Collectors.toUnmodifiableSet());
    }
}
