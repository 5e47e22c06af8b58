package dev.curfew.revocation.ground;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Logged;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;

/// Credentials that were logged in for, found by what with. A plan asks for each of its credentials: those of a
/// snapshot are looked for once.
final class LoggedIn {
    private final List<Credential> all;

    LoggedIn(SnapshotIndex index) {
        all = index.snapshot().credentials().stream()
                .filter(Credential::active)
                .filter(credential -> credential.attributes().containsKey(Logged.BY))
                .toList();
    }

    /// What may have been logged in for with it.
    List<Credential> with(Credential credential) {
        return all.stream().filter(each -> Logged.with(each, credential)).toList();
    }
}
