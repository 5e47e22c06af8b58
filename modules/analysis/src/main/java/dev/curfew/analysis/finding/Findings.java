package dev.curfew.analysis.finding;

import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.finding.noted.NotedFindings;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

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
    ///
    /// @param noted what the workspace knows besides
    public static List<Finding> of(EstateGraph graph, Noted noted, Instant now) {
        List<Finding> found = new ArrayList<>(NotedFindings.of(graph.index(), noted, now));
        found.addAll(look(graph.index(), () -> graph, now, EnumSet.allOf(Rule.class)));
        found.sort(WORST_FIRST);
        return List.copyOf(found);
    }

    /// Those of some rules only, worst first: what is not asked for is not looked for.
    ///
    /// @param graph the access graph of that snapshot, asked for where a rule walks it
    public static List<Finding> of(
            SnapshotIndex index, Supplier<EstateGraph> graph, Noted noted, Instant now, Set<Rule> rules) {
        List<Finding> found = new ArrayList<>(NotedFindings.of(index, noted, now));
        found.addAll(look(index, graph, now, rules));
        return found.stream()
                .filter(finding -> rules.contains(finding.rule()))
                .sorted(WORST_FIRST)
                .toList();
    }

    /// @return those of the rules, and what else is found with them
    private static List<Finding> look(SnapshotIndex index, Supplier<EstateGraph> graph, Instant now, Set<Rule> rules) {
        List<Finding> found = new ArrayList<>();
        if (!Collections.disjoint(rules, IdentityRules.FOUND)) {
            IdentityRules identities = new IdentityRules(index, now, FindingLimits.DEFAULT);
            index.snapshot().identities().forEach(it -> found.addAll(identities.look(it)));
        }
        if (!Collections.disjoint(rules, CredentialRules.FOUND)) {
            CredentialRules credentials = new CredentialRules(now, FindingLimits.DEFAULT);
            index.snapshot().credentials().forEach(it -> found.addAll(credentials.look(it)));
        }
        if (rules.contains(Rule.CERTIFICATE)) {
            found.addAll(new OutlivedRules(index, now).look());
        }
        if (rules.contains(Rule.BLIND_SPOT)) {
            index.snapshot().coverage().forEach(it -> found.addAll(CoverageRules.look(it)));
        }
        if (!Collections.disjoint(rules, SecretRules.FOUND)) {
            found.addAll(new SecretRules(index).look());
        }
        if (rules.contains(Rule.OVERPRIVILEGED)) {
            found.addAll(new PrivilegeRules(graph.get()).look());
        }
        return found;
    }
}
