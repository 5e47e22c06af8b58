package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.reach.route.ReadOnce;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the policies that somebody holds say, each read once.
public final class HeldPolicies {
    private static final Set<String> UNLISTED = Set.of("policy/response-wrapping", "policy/control-group");
    private static final String ROOT = "policy/root";

    private static final Derived<ReadOnce<Optional<HeldPolicy>>> READ = ReadOnce.by(HeldPolicies::read);

    private final SnapshotIndex index;
    private final Set<SourceName> listed;
    private final ReadOnce<Optional<HeldPolicy>> policies;

    public HeldPolicies(SnapshotIndex index) {
        this.index = index;
        listed = listed(index);
        policies = index.get(READ);
    }

    /// The sources of which it is known that a policy that was not read is none.
    public static Set<SourceName> listed(SnapshotIndex index) {
        return index.snapshot().coverage().stream()
                .filter(scope -> scope.scope().equals("policies") && scope.provesAbsence())
                .map(Coverage::source)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Empty for one that could not be read. OpenBao takes any name for a policy, and one that none bears grants
    /// nothing; its list names every policy but the two that it hands out itself.
    public Optional<HeldPolicy> of(PolicyId id) {
        if (id.nativeId().equals(ROOT)) {
            return Optional.of(HeldPolicy.ROOT);
        }
        Optional<Policy> policy = index.policy(id);
        if (policy.isPresent()) {
            return policies.of(policy.get());
        }
        boolean missing = listed.contains(id.source()) && !UNLISTED.contains(id.nativeId());
        String name = id.nativeId().substring(id.nativeId().indexOf('/') + 1);
        return missing ? Optional.of(HeldPolicy.empty(name)) : Optional.empty();
    }

    private static Optional<HeldPolicy> read(Policy policy) {
        try {
            return Optional.of(HeldPolicy.of(VaultPolicy.parse(policy.name(), policy.text())));
        } catch (PolicySyntaxException _) {
            // as good as not read
            return Optional.empty();
        }
    }
}
