package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Ways to become a role: by its trust policy, by handing it to a service.
final class AwsRoles {
    static final String ASSUME = "sts:AssumeRole";
    static final String PASS = "iam:PassRole";

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
        assume(principal, elsewhereOnly, settled, found);
        if (!elsewhereOnly && principal.allowsSome(PASS)) {
            for (Launch launch : Launch.ALL) {
                if (launch.actions().stream().anyMatch(set -> set.stream().allMatch(principal::allowsSome))) {
                    Principal.Service.local(List.of(launch.service()), principal.partition())
                            .forEach(service -> pass(principal, launch, service, settled, found));
                }
            }
        }
    }

    private void assume(
            AwsPrincipal principal, boolean elsewhereOnly, Predicate<EntityId> settled, Consumer<Route> found) {
        // a policy by itself names nobody, so that only roles open to its account come into question
        String arn = principal.id() instanceof PolicyId ? "" : principal.arn();
        boolean byAccount = principal.allowsSome(ASSUME);
        for (IdentityId role : trusts().mayAssume(arn, byAccount ? principal.account() : "")) {
            Compiled.Document trust = estate.trust(role);
            boolean covered =
                    elsewhereOnly && AwsEstate.account(role.nativeId()).equals(principal.account());
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
        return principal.may(
                ASSUME,
                role.nativeId(),
                AwsEstate.account(role.nativeId()),
                estate.meeting(principal, role, estate.trustOrUnknown(role)),
                principal.context());
    }

    private void pass(
            AwsPrincipal principal, Launch launch, String service, Predicate<EntityId> settled, Consumer<Route> found) {
        RequestContext passed = principal.context().with("iam:PassedToService", service);
        for (IdentityId role : trusts().trusting(service)) {
            if (settled.test(role) || !AwsEstate.account(role.nativeId()).equals(principal.account())) {
                continue;
            }
            Evaluation pass = principal.may(PASS, role.nativeId(), "", principal.policies(), passed);
            if (AwsPrincipal.allowed(pass)) {
                launch(principal, launch, role, pass, found);
            }
        }
    }

    private static void launch(
            AwsPrincipal principal, Launch launch, IdentityId role, Evaluation pass, Consumer<Route> found) {
        Evaluation best = new Evaluation.ImplicitlyDenied(Set.of());
        String actions = "";
        for (List<String> set : launch.actions()) {
            List<Evaluation> needed = new ArrayList<>(List.of(pass));
            set.forEach(action ->
                    needed.add(principal.may(action, launch.resource(principal.partition(), principal.account()))));
            Evaluation all = Decisions.all(needed);
            if (Decisions.isDenied(best) && !Decisions.isDenied(all)) {
                best = all;
                actions = PASS + ", " + String.join(", ", set);
            }
        }
        if (AwsPrincipal.allowed(best)) {
            found.accept(principal.straight(role, HopKind.PASSES_ROLE, actions, best));
        }
    }
}
