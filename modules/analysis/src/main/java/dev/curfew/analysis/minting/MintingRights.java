package dev.curfew.analysis.minting;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.policy.VaultEntity;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Whether a holder of exactly some OpenBao policies can make a credential that outlives its own token. If it can, an
/// `explicit_max_ttl` on its token does not end its access, and a window on it is not enforced by the target.
///
/// @param ways how, one line each for a person: the path, the capability and the policy; for `UNKNOWN` what was not
///     understood
public record MintingRights(Verdict verdict, List<String> ways) {

    private static final String ACL = "openbao.acl";

    /// Whether it can. `UNKNOWN` is to be treated as `CAN`.
    public enum Verdict {
        CANNOT,
        CAN,
        UNKNOWN
    }

    public MintingRights {
        ways = List.copyOf(ways);
    }

    /// Whether a policy is asked about here; others say it by what they lead to.
    public static boolean judges(Policy policy) {
        return policy.kind().equals(ACL);
    }

    /// Of the policies as the snapshot holds them; a policy that it does not hold makes the answer unknown.
    public static MintingRights of(SnapshotIndex index, Collection<PolicyId> policies) {
        List<String> unread = policies.stream()
                .filter(id -> index.policy(id).isEmpty())
                .map(PolicyId::text)
                .toList();
        return unread.isEmpty()
                ? of(
                        policies.stream()
                                .flatMap(id -> index.policy(id).stream())
                                .toList(),
                        index.snapshot().takenAt())
                : new MintingRights(Verdict.UNKNOWN, unread);
    }

    /// @param now when expirations in the policies are looked at
    public static MintingRights of(Collection<Policy> policies, Instant now) {
        List<VaultPolicy> readable = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Policy policy : policies) {
            try {
                if (!judges(policy)) {
                    throw new PolicySyntaxException("no OpenBao policy");
                }
                readable.add(VaultPolicy.parse(policy.name(), policy.text()));
            } catch (PolicySyntaxException e) {
                unread.add(policy.name() + ": " + e.getMessage());
            }
        }
        List<String> ways = MintingPaths.open(new VaultAcl(readable, VaultEntity.ANYONE, now));
        if (!ways.isEmpty()) {
            return new MintingRights(Verdict.CAN, ways);
        }
        return unread.isEmpty()
                ? new MintingRights(Verdict.CANNOT, List.of())
                : new MintingRights(Verdict.UNKNOWN, unread);
    }
}
