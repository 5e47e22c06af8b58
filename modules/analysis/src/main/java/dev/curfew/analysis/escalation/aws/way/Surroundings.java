package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Environment.Existing;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is known besides identities and policies: what somebody says, else what was read.
public final class Surroundings {
    private static final String ACCESS_KEY = "aws.access-key";
    private static final String PASSWORD = "aws.password";

    private final SnapshotIndex index;
    private final Environment said;
    private final Set<SourceName> keysRead;
    private final Set<SourceName> passwordsRead;

    public Surroundings(SnapshotIndex index, Environment said) {
        this.index = index;
        this.said = said;
        this.keysRead = read(index, "access-keys");
        this.passwordsRead = read(index, "passwords");
    }

    /// The sources of which all users' credentials of a kind were read.
    private static Set<SourceName> read(SnapshotIndex index, String scope) {
        return index.snapshot().coverage().stream()
                .filter(coverage -> coverage.scope().equals(scope) && coverage.provesAbsence())
                .map(Coverage::source)
                .collect(Collectors.toSet());
    }

    /// Whether as much is known of users' credentials as in another snapshot.
    public boolean isAsKnownAs(Surroundings other) {
        return keysRead.equals(other.keysRead) && passwordsRead.equals(other.passwordsRead);
    }

    /// How many access keys the user has; empty: not known.
    Optional<Integer> accessKeys(Actor user) {
        Integer known = said.accessKeys().get(user.identity().name());
        return known != null
                ? Optional.of(known)
                : Optional.of(count(user, ACCESS_KEY))
                        .filter(_ -> keysRead.contains(user.identity().source()));
    }

    /// Whether the user has a console password; empty: not known.
    Optional<Boolean> password(Actor user) {
        Boolean known = said.passwords().get(user.identity().name());
        return known != null
                ? Optional.of(known)
                : Optional.of(count(user, PASSWORD) > 0)
                        .filter(_ -> passwordsRead.contains(user.identity().source()));
    }

    private int count(Actor user, String kind) {
        return (int) index.credentialsOf(user.identity().id()).stream()
                .filter(credential -> credential.kind().equals(kind))
                .count();
    }

    public Optional<List<Existing>> resources() {
        return said.resources();
    }

    Optional<List<String>> clusters() {
        return said.clusters();
    }
}
