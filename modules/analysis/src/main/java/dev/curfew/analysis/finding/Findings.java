package dev.curfew.analysis.finding;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Looks at a snapshot by every rule.
public final class Findings {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::source)
            .thenComparing(Finding::entity, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Finding::variant)
            .thenComparing(it -> String.join("\n", it.arguments()));

    private Findings() {}

    /// All findings, worst first.
    public static List<Finding> of(SnapshotIndex index, Instant now) {
        return of(index, new BlastRadius(index), now, FindingLimits.DEFAULT);
    }

    /// @param radius of the same index, so that what it has compiled is not compiled again
    public static List<Finding> of(SnapshotIndex index, BlastRadius radius, Instant now, FindingLimits limits) {
        List<Finding> found = new ArrayList<>();
        IdentityRules identities = new IdentityRules(index, now, limits);
        CredentialRules credentials = new CredentialRules(now, limits);
        index.snapshot().identities().forEach(it -> found.addAll(identities.look(it)));
        index.snapshot().credentials().forEach(it -> found.addAll(credentials.look(it)));
        index.snapshot().coverage().forEach(it -> found.addAll(CoverageRules.look(it)));
        found.addAll(new SecretRules(index).look());
        found.addAll(new PrivilegeRules(index, radius).look());
        found.sort(WORST_FIRST);
        return List.copyOf(found);
    }
}
