package dev.curfew.analysis.reach.aws.federation;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.document.Principal;
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
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The roles that tokens of other issuers become (`sts:AssumeRoleWithWebIdentity`).
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html>
public final class FederatedTrusts implements Trusting {
    private static final String ACTION = "sts:AssumeRoleWithWebIdentity";

    /// What a provider is set up for as a rule.
    private static final String AUDIENCE = "sts.amazonaws.com";

    private static final Derived<Offers> OFFERS = Derived.of(Offers::new, Part.TRUSTS, Part.POLICIES);

    private static final Derived<ReadOnce<List<FederatedTrust>>> READ =
            ReadOnce.by(policy -> FederatedTrust.of(policy.text()));

    private record Offer(IdentityId role, FederatedTrust trust) {}

    private record Wide(String start, Offer offer) {}

    /// What trust policies name.
    private static final class Offers {
        private final Map<String, List<Offer>> bySubject = new HashMap<>();
        private final List<Wide> wide = new ArrayList<>();
        private final Set<Subject> subjects = new LinkedHashSet<>();
        private final Set<IdentityId> roles = new HashSet<>();

        Offers(SnapshotIndex index) {
            ReadOnce<List<FederatedTrust>> read = index.get(READ);
            // there are tens of thousands, and to read them is most of it
            index.snapshot().trusts().parallelStream()
                    .filter(trust -> trust.mechanism().equals("aws.assume-role"))
                    .flatMap(trust ->
                            offers(trust, index.policy(trust.document()).map(read::of)))
                    .forEachOrdered(this::add);
        }

        private static Stream<Offer> offers(Trust trust, Optional<List<FederatedTrust>> read) {
            return read.stream().flatMap(List::stream).map(each -> new Offer(trust.target(), each));
        }

        Predicate<String> lettingInto(Set<EntityId> targets) {
            List<String> starts = wide.stream()
                    .filter(each -> targets.contains(each.offer().role()))
                    .map(Wide::start)
                    .toList();
            Set<String> named = new HashSet<>();
            bySubject.forEach((subject, into) -> {
                if (into.stream().anyMatch(offer -> targets.contains(offer.role()))) {
                    named.add(subject);
                }
            });
            return subject -> named.contains(subject) || starts.stream().anyMatch(subject::startsWith);
        }

        private void add(Offer offer) {
            roles.add(offer.role());
            for (String subject : offer.trust().subjects()) {
                subjects.add(new Subject(offer.role().source(), offer.trust().issuer(), subject));
                int length = subject.replace('?', '*').indexOf('*');
                if (length < 0) {
                    bySubject.computeIfAbsent(subject, _ -> new ArrayList<>(1)).add(offer);
                } else {
                    wide.add(new Wide(subject.substring(0, length), offer));
                }
            }
        }
    }

    private final Outsiders outsiders;
    private final Offers offers;

    /// @param policies what each role's trust policy, and its account, let in
    public FederatedTrusts(SnapshotIndex index, Function<IdentityId, AwsPolicies> policies) {
        outsiders = Outsiders.of(index, policies);
        offers = index.get(OFFERS);
    }

    @Override
    public Optional<Predicate<String>> lettingInto(Set<EntityId> targets) {
        return targets.stream().anyMatch(offers.roles::contains)
                ? Optional.of(offers.lettingInto(targets))
                : Optional.empty();
    }

    @Override
    public Collection<Subject> subjects() {
        return Collections.unmodifiableSet(offers.subjects);
    }

    @Override
    public void letIn(Token token, Predicate<EntityId> settled, Consumer<Route> found) {
        Set<Offer> candidates = new LinkedHashSet<>(offers.bySubject.getOrDefault(token.subject(), List.of()));
        for (Wide each : offers.wide) {
            if (token.subject().startsWith(each.start())) {
                candidates.add(each.offer());
            }
        }
        for (Offer offer : candidates) {
            boolean otherIssuer = !token.issuer().isEmpty()
                    && !token.issuer().equals(offer.trust().issuer());
            if (!otherIssuer && !settled.test(offer.role())) {
                letIn(token, offer, found);
            }
        }
    }

    private void letIn(Token token, Offer offer, Consumer<Route> found) {
        IdentityId role = offer.role();
        FederatedTrust trust = offer.trust();
        Set<String> audiences = new TreeSet<>(trust.audiences());
        audiences.add(AUDIENCE);
        audiences.addAll(token.audiences());
        List<Evaluation> decisions = new ArrayList<>();
        for (String audience : audiences) {
            // of a pattern of audiences one that it matches
            String one = audience.replace("*", "");
            Evaluation decision = evaluate(token, offer, one);
            decisions.add(token.isFor(one) ? decision : Decisions.provided(decision, "a token for " + one));
        }
        Evaluation best = Decisions.best(decisions);
        boolean vouched = !token.issuer().isEmpty() || token.meantFor().contains(role.nativeId());
        Evaluation decision = vouched ? best : Decisions.provided(best, "issuer " + trust.issuer());
        if (!Decisions.isDenied(decision)) {
            Hop hop = new Hop(token.holder(), role, HopKind.FEDERATES, ACTION, decision);
            found.accept(new Route(role, List.of(hop)));
        }
    }

    private Evaluation evaluate(Token token, Offer offer, String audience) {
        FederatedTrust trust = offer.trust();
        Map<String, List<String>> values = new HashMap<>();
        token.claims().forEach((claim, value) -> values.put(trust.issuer() + ":" + claim, List.of(value)));
        values.put(trust.issuer() + ":sub", List.of(token.subject()));
        values.put(trust.issuer() + ":aud", List.of(audience));
        Set<String> complete = token.allClaims() ? Set.of(trust.issuer() + ":") : Set.of();
        return outsiders.may(new Principal.Federated(trust.provider()), ACTION, offer.role(), values, complete);
    }
}
