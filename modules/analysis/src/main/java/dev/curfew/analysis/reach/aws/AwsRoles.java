package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.escalation.aws.policy.Compiled;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Ways to become a role by its trust policy.
final class AwsRoles {
    static final String ASSUME = "sts:AssumeRole";
    private static final String ASKED = ASSUME.toLowerCase(Locale.ROOT);

    private final AwsEstate estate;
    private final Supplier<TrustIndex> read;
    private volatile @Nullable TrustIndex trusts;

    private AwsRoles(AwsEstate estate, Supplier<TrustIndex> read) {
        this.estate = estate;
        this.read = read;
    }

    static AwsRoles all(SnapshotIndex index, AwsEstate estate) {
        return new AwsRoles(estate, () -> TrustIndex.of(index));
    }

    /// Knows of these roles alone, and reads no other's trust policy.
    AwsRoles among(Set<EntityId> targets) {
        return new AwsRoles(estate, () -> TrustIndex.among(targets, estate));
    }

    /// Trust policies are read for it, and so only once somebody asks, and by one of the threads that do.
    private TrustIndex trusts() {
        TrustIndex known = trusts;
        return known == null ? readTrusts() : known;
    }

    private synchronized TrustIndex readTrusts() {
        TrustIndex known = trusts;
        if (known == null) {
            known = read.get();
            trusts = known;
        }
        return known;
    }

    /// @param elsewhereOnly whether roles of the principal's own account need no way to them
    void find(AwsPrincipal principal, boolean elsewhereOnly, Predicate<EntityId> settled, Consumer<Route> found) {
        // a policy by itself names nobody, so that only roles open to its account come into question
        String arn = principal.id() instanceof PolicyId ? "" : principal.arn();
        boolean byAccount = principal.allowsSome(ASSUME);
        for (IdentityId role : trusts().mayAssume(arn, byAccount ? principal.account() : "")) {
            Compiled.Document trust = estate.trust(role);
            boolean covered = elsewhereOnly && Arn.account(role.nativeId()).equals(principal.account());
            if (trust == null || covered || settled.test(role) || role.equals(principal.id())) {
                continue;
            }
            Evaluation decision = mayAssume(principal, role);
            if (AwsPrincipal.allowed(decision)) {
                found.accept(principal.straight(role, HopKind.ASSUMES, ASSUME, decision));
            }
        }
    }

    Evaluation mayAssume(AwsPrincipal principal, IdentityId role) {
        AwsPolicies met = estate.meeting(principal, role, estate.trustOrUnknown(role));
        return principal.may(
                ASSUME,
                role.nativeId(),
                Arn.account(role.nativeId()),
                met,
                met.isConditional(ASKED) ? estate.about(principal, role) : principal.context());
    }
}
