package dev.curfew.analysis.narrowing.openbao;

import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.policy.VaultEntity;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A policy among those that it is held with: only all of them together decide.
///
/// @param name of the policy
/// @param known the policies that were read, by name, itself among them
/// @param holdings what its holders hold, each with its name
/// @param now when expirations are looked at
record Company(String name, Map<String, VaultPolicy> known, Set<Set<String>> holdings, Instant now) {
    private static final String ROOT = "root";

    Company {
        known = Map.copyOf(known);
        Set<Set<String>> all = new LinkedHashSet<>(holdings);
        all.add(Set.of(name));
        // To root nothing is refused, whatever else it holds.
        all.removeIf(holding -> holding.contains(ROOT));
        holdings = Set.copyOf(all);
    }

    /// Whether the text of each is known.
    boolean isWhole(Set<String> holding) {
        return known.keySet().containsAll(holding);
    }

    /// Of a holding that is not known whole nothing but the policy itself counts.
    Set<String> whole(Set<String> holding) {
        return isWhole(holding) ? holding : Set.of(name);
    }

    boolean decides(Set<String> holding) {
        return holding.contains(name) && !holding.contains(ROOT);
    }

    /// @param own stands for the policy itself
    VaultAcl acl(Set<String> holding, VaultPolicy own, @Nullable VaultEntity entity) {
        return new VaultAcl(policies(holding, own), entity, now);
    }

    private List<VaultPolicy> policies(Set<String> holding, VaultPolicy own) {
        return holding.stream()
                .sorted()
                .map(each -> each.equals(name) ? own : known.get(each))
                .filter(Objects::nonNull)
                .toList();
    }

    VaultPolicy own() {
        return Objects.requireNonNull(known.get(name));
    }
}
