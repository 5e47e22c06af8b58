package dev.curfew.governance.policy;

import dev.curfew.governance.policy.cedar.Policies;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What one pack has otherwise than another, by the ids of its policies.
///
/// @param changed those that stand in both, not in the same words
/// @param casesChanged whether the cases differ
public record PolicyDifference(List<String> added, List<String> removed, List<String> changed, boolean casesChanged) {
    public PolicyDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /// @throws PolicyTextException if the policies of one cannot be read
    public static PolicyDifference between(PolicyPack before, PolicyPack after) throws PolicyTextException {
        Map<String, String> old = sources(before);
        Map<String, String> now = sources(after);
        return new PolicyDifference(
                without(now.keySet(), old.keySet()),
                without(old.keySet(), now.keySet()),
                now.entrySet().stream()
                        .filter(rule -> old.containsKey(rule.getKey()))
                        .filter(rule -> !Objects.equals(old.get(rule.getKey()), rule.getValue()))
                        .map(Map.Entry::getKey)
                        .toList(),
                !before.cases().equals(after.cases()));
    }

    public boolean isNone() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && !casesChanged;
    }

    private static Map<String, String> sources(PolicyPack pack) throws PolicyTextException {
        return Policies.rules(pack.policies()).stream()
                .collect(Collectors.toMap(PolicyRule::id, PolicyRule::source, (one, _) -> one, TreeMap::new));
    }

    private static List<String> without(Set<String> ids, Collection<String> others) {
        return ids.stream().filter(id -> !others.contains(id)).toList();
    }
}
