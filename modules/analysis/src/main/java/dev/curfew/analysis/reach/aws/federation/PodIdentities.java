package dev.curfew.analysis.reach.aws.federation;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.kubernetes.RbacSubject;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.federation.Subject;
import dev.curfew.analysis.reach.federation.Token;
import dev.curfew.analysis.reach.federation.Trusting;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The roles that EKS gives a cluster's service accounts by associations of Pod Identity. Where not all of a cluster's
/// were read, each step is taken if there is one; that a service account has some shows in its pods' tokens.
///
/// <https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html>
public final class PodIdentities implements Trusting {
    private static final Messages MESSAGES = Messages.of(PodIdentities.class);
    private static final String SHOWN = MESSAGES.text("association.shown");
    private static final String SOME = MESSAGES.text("association.some");
    private static final String UNTAGGED = MESSAGES.text("association.untagged");
    private static final String NARROWED = MESSAGES.text("association.narrowed");

    /// As in `Resource.kind`.
    public static final String CLUSTER = "aws.eks";

    private static final String SERVICE = "pods.eks.amazonaws.com";
    private static final String ASSUME = "sts:AssumeRole";
    private static final String TAG = "sts:TagSession";
    private static final String REQUEST_TAG = "aws:RequestTag/";

    /// Of a service account's name: `system:serviceaccount:<namespace>:<name>`.
    private static final int PARTS = 4;

    /// A service account that nobody has.
    private static final String NOBODY =
            RbacSubject.serviceAccount("~any~", "~any~").user();

    private static final Derived<Set<IdentityId>> ROLES = Derived.of(PodIdentities::naming, Part.TRUSTS, Part.POLICIES);

    private final Outsiders outsiders;
    private final Set<IdentityId> roles;
    private final Associations associations;

    /// Whether they ask for no account in particular.
    private final Map<IdentityId, Boolean> open = new ConcurrentHashMap<>();

    /// @param policies what each role's trust policy, and its account, let in
    public PodIdentities(SnapshotIndex index, Function<IdentityId, AwsPolicies> policies) {
        outsiders = Outsiders.of(index, policies);
        roles = index.get(ROLES);
        associations = Associations.of(index);
    }

    private static Set<IdentityId> naming(SnapshotIndex index) {
        return index.snapshot().trusts().stream()
                .filter(trust -> trust.mechanism().equals("aws.assume-role")
                        && index.policy(trust.document())
                                .filter(policy -> policy.text().contains(SERVICE))
                                .isPresent())
                .map(Trust::target)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void letIn(Token token, Predicate<EntityId> settled, Consumer<Route> found) {
        if (token.anyAudience()
                || token.subject().split(":", -1).length != PARTS
                || !RbacSubject.isServiceAccount(token.subject())) {
            return;
        }
        for (Associations.Association each : associations.of(token.subject(), token.issuer())) {
            if (!settled.test(each.role())) {
                letIn(token, each, found);
            }
        }
        if (!associations.areKnownOf(token.issuer())) {
            letInUnread(token, settled, found);
        }
    }

    private void letInUnread(Token token, Predicate<EntityId> settled, Consumer<Route> found) {
        boolean associated = token.isFor(SERVICE);
        for (IdentityId role : roles) {
            // what lets in every account says nothing of this one
            if (!settled.test(role) && (associated || !isOpen(role))) {
                Evaluation decision = decide(role, token.subject());
                step(token, role, Decisions.provided(decision, associated ? SHOWN : SOME), found);
            }
        }
    }

    private boolean isOpen(IdentityId role) {
        return open.computeIfAbsent(role, it -> !Decisions.isDenied(decide(it, NOBODY)));
    }

    /// By one that was read.
    private void letIn(Token token, Associations.Association association, Consumer<Route> found) {
        IdentityId role = association.role();
        Evaluation decision = association.tagged() ? tagged(role, token.subject()) : untagged(role);
        if (association.narrowed()) {
            decision = Decisions.provided(decision, NARROWED);
        }
        if (!association.target().isEmpty()) {
            decision = Decisions.provided(decision, MESSAGES.text("association.target", association.target()));
        }
        if (association.issuer().isEmpty() || token.issuer().isEmpty()) {
            decision = Decisions.provided(decision, MESSAGES.text("association.cluster", association.cluster()));
        }
        step(token, role, decision, found);
    }

    private static void step(Token token, IdentityId role, Evaluation decision, Consumer<Route> found) {
        if (!Decisions.isDenied(decision)) {
            Hop hop = new Hop(token.holder(), role, HopKind.FEDERATES, ASSUME, decision);
            found.accept(new Route(role, List.of(hop)));
        }
    }

    /// An association sends tags that tell the account, unless it is told to send none.
    private Evaluation decide(IdentityId role, String subject) {
        return Decisions.best(List.of(tagged(role, subject), Decisions.provided(untagged(role), UNTAGGED)));
    }

    private Evaluation tagged(IdentityId role, String subject) {
        String[] parts = subject.split(":", -1);
        Map<String, List<String>> tags = Map.of(
                REQUEST_TAG + "kubernetes-namespace", List.of(parts[2]),
                REQUEST_TAG + "kubernetes-service-account", List.of(parts[3]));
        return Decisions.all(List.of(evaluate(role, ASSUME, tags, Set.of()), evaluate(role, TAG, tags, Set.of())));
    }

    private Evaluation untagged(IdentityId role) {
        return evaluate(role, ASSUME, Map.of(), Set.of("aws:requesttag/", "aws:tagkeys"));
    }

    private Evaluation evaluate(IdentityId role, String action, Map<String, List<String>> tags, Set<String> complete) {
        Map<String, List<String>> told = new HashMap<>(tags);
        told.put("aws:PrincipalIsAWSService", List.of("true"));
        told.put("aws:PrincipalServiceName", List.of(SERVICE));
        return outsiders.may(new Principal.Service(SERVICE), action, role, told, complete);
    }

    @Override
    public Optional<Predicate<String>> lettingInto(Set<EntityId> targets) {
        return targets.stream()
                        .anyMatch(each ->
                                roles.contains(each) || associations.roles().contains(each))
                ? Optional.of(RbacSubject::isServiceAccount)
                : Optional.empty();
    }

    /// Nobody who was not read: an association names accounts of a cluster, and no policy tells which cluster.
    @Override
    public Collection<Subject> subjects() {
        return List.of();
    }
}
