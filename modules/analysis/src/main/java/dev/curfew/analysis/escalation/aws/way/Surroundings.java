package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Environment.Existing;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known besides identities and policies: what somebody says, else what was read.
public final class Surroundings {
    private static final String ACCESS_KEY = "aws.access-key";
    private static final String PASSWORD = "aws.password";

    private final SnapshotIndex index;
    private final Environment said;
    private final Set<SourceName> keysRead = new HashSet<>();
    private final Set<SourceName> passwordsRead = new HashSet<>();

    public Surroundings(SnapshotIndex index, Environment said) {
        this.index = index;
        this.said = said;
        for (Coverage coverage : index.snapshot().coverage()) {
            if (coverage.provesAbsence()) {
                switch (coverage.scope()) {
                    case "access-keys" -> keysRead.add(coverage.source());
                    case "passwords" -> passwordsRead.add(coverage.source());
                    default -> {}
                }
            }
        }
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
