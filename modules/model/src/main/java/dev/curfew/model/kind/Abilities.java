package dev.curfew.model.kind;

import java.util.List;

/// What can be done at a source, besides reading it.
///
/// @param revokes whether credentials can be ended there
/// @param issues the kinds of policy, as in `Policy.kind`, that a time-boxed credential can be issued for; empty: none
/// @param probes whether a credential can be tried there
public record Abilities(boolean revokes, List<String> issues, boolean probes) {
    /// A file, the sample.
    public static final Abilities READS = new Abilities(false, List.of(), false);

    public Abilities {
        issues = List.copyOf(issues);
    }

    /// Whether an acting credential is of any use.
    public boolean acts() {
        return revokes || !issues.isEmpty();
    }
}
