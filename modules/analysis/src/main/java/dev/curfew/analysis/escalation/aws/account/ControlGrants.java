package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The control policies that bind an account, whichever source tells of them: those of a member are told by its
/// organization's management account.
public final class ControlGrants {
    private static final Derived<Map<String, List<Grant>>> BY_ACCOUNT = Derived.of(
            index -> index.snapshot().grants().stream()
                    .filter(grant ->
                            grant.role() == GrantRole.SERVICE_CONTROL || grant.role() == GrantRole.RESOURCE_CONTROL)
                    .collect(Collectors.groupingBy(grant -> grant.subject().nativeId())),
            Part.GRANTS);

    private ControlGrants() {}

    /// By level, the organization's root first; the grant's scope names the level.
    ///
    /// @param account `arn:aws:iam::111122223333:root`
    /// @param role of service or of resource control policies
    public static <D> List<List<D>> levels(
            SnapshotIndex index, String account, GrantRole role, Function<PolicyId, D> document) {
        Map<String, List<D>> levels = new TreeMap<>();
        for (Grant grant : index.get(BY_ACCOUNT).getOrDefault(account, List.of())) {
            if (grant.role() == role) {
                levels.computeIfAbsent(grant.scope(), _ -> new ArrayList<>()).add(document.apply(grant.policy()));
            }
        }
        return List.copyOf(levels.values());
    }
}
