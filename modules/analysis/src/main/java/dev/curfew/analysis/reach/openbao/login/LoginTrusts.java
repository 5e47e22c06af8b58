package dev.curfew.analysis.reach.openbao.login;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.federation.Subject;
import dev.curfew.analysis.reach.federation.Token;
import dev.curfew.analysis.reach.federation.Trusting;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.ReadOnce;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The roles that tokens log in to: of Kubernetes service accounts, and of any issuer (`jwt`).
///
/// <https://openbao.org/api-docs/auth/kubernetes/>, <https://openbao.org/api-docs/auth/jwt/>
public final class LoginTrusts implements Trusting {
    /// As in `Trust.mechanism`; the document's kind is the same.
    public static final String MECHANISM = "openbao.login";

    private static final String ACCOUNT = "system:serviceaccount:";

    private static final Derived<LoginTrusts> OF_ALL = Derived.of(LoginTrusts::new, Part.TRUSTS, Part.POLICIES);

    private static final Derived<ReadOnce<Optional<LoginRole>>> READ =
            ReadOnce.by(policy -> LoginRole.of(policy.text()));

    private record Offered(IdentityId role, LoginRole login) {}

    private final List<Offered> open = new ArrayList<>();

    /// Roles of Kubernetes logins that bind one account, by its subject: there are thousands.
    private final Map<String, List<Offered>> bySubject = new HashMap<>();

    private final Set<Subject> subjects = new LinkedHashSet<>();
    private final Set<IdentityId> roles = new HashSet<>();

    public static LoginTrusts of(SnapshotIndex index) {
        return index.get(OF_ALL);
    }

    private LoginTrusts(SnapshotIndex index) {
        ReadOnce<Optional<LoginRole>> read = index.get(READ);
        for (Trust trust : index.snapshot().trusts()) {
            if (trust.mechanism().equals(MECHANISM)) {
                index.policy(trust.document())
                        .flatMap(read::of)
                        .ifPresent(login -> add(new Offered(trust.target(), login)));
            }
        }
    }

    private void add(Offered offered) {
        roles.add(offered.role());
        List<String> bound = Bound.accounts(offered.login());
        if (bound.isEmpty()) {
            open.add(offered);
        } else {
            bound.forEach(subject -> bySubject
                    .computeIfAbsent(ACCOUNT + subject, _ -> new ArrayList<>(1))
                    .add(offered));
        }
        Bound.subjects(offered.login())
                .forEach((issuer, patterns) -> patterns.forEach(
                        pattern -> subjects.add(new Subject(offered.role().source(), issuer, pattern))));
    }

    @Override
    public Optional<Predicate<String>> lettingInto(Set<EntityId> targets) {
        if (targets.stream().noneMatch(roles::contains)) {
            return Optional.empty();
        }
        Predicate<Offered> leads = offered -> targets.contains(offered.role());
        if (open.stream().anyMatch(leads)) {
            return Optional.of(_ -> true);
        }
        return Optional.of(
                subject -> bySubject.getOrDefault(subject, List.of()).stream().anyMatch(leads));
    }

    @Override
    public Collection<Subject> subjects() {
        return Collections.unmodifiableSet(subjects);
    }

    @Override
    public void letIn(Token token, Predicate<EntityId> settled, Consumer<Route> found) {
        for (Offered each : open) {
            letIn(token, each, settled, found);
        }
        for (Offered each : bySubject.getOrDefault(token.subject(), List.of())) {
            letIn(token, each, settled, found);
        }
    }

    private static void letIn(Token token, Offered offered, Predicate<EntityId> settled, Consumer<Route> found) {
        if (settled.test(offered.role())) {
            return;
        }
        Evaluation decision = offered.login().isKubernetes()
                ? KubernetesLogin.decide(offered.role(), offered.login(), token)
                : JwtLogin.decide(offered.role(), offered.login(), token);
        if (!Decisions.isDenied(decision)) {
            Hop hop = new Hop(
                    token.holder(),
                    offered.role(),
                    HopKind.FEDERATES,
                    "auth/" + offered.login().text("mount") + "/login",
                    decision);
            found.accept(new Route(offered.role(), List.of(hop)));
        }
    }
}
