package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.aws.document.Principals.Naming;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What the resource's side and the principal's own side allow together.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>
final class Access {
    private static final List<Naming> ALL = List.of(Naming.values());
    private static final List<Naming> ACCOUNT = List.of(Naming.ACCOUNT);

    private final Layer resource;
    private final Layer identity;
    private final Match boundary;
    private final Match session;
    private final boolean inAccount;
    private final boolean root;
    private final boolean sameAccount;
    private final boolean resourceDecides;
    private final boolean closed;

    /// @param closed whether the resource's side gives nothing to this principal, whatever its policy says
    Access(AwsRequest request, Layer resource, Layer identity, Match boundary, Match session, boolean closed) {
        this.resource = resource;
        this.identity = identity;
        this.boundary = boundary;
        this.session = session;
        this.inAccount = request.principal() instanceof Principal.InAccount;
        this.root = request.principal().isAccountItself();
        this.sameAccount = request.sameAccount();
        this.resourceDecides = request.resourcePolicyDecides();
        this.closed = closed;
    }

    Match allow() {
        if (!inAccount) {
            return given();
        }
        return sameAccount ? throughResource().or(throughIdentity()) : own().and(given());
    }

    /// What the resource's side gives, in whatever way it names the principal.
    private Match given() {
        return closed ? Match.NO : resource.allow();
    }

    /// The principal's own side. A root user has everything that its account has.
    private Match own() {
        return AwsEvaluator.all(root ? Match.YES : identity.allow(), boundary, session);
    }

    /// In one account an identity policy is enough, but where the resource's policy decides: there it has to leave the
    /// decision to the account.
    private Match throughIdentity() {
        Match own = own();
        return resourceDecides ? own.and(resource.allow(Naming.ACCOUNT)) : own;
    }

    private Match throughResource() {
        return direct().or(forEveryone()).or(forRole());
    }

    /// Who is named by their own ARN is limited by nothing but denies.
    private Match direct() {
        return resource.allow(Naming.ITSELF);
    }

    /// What everyone may, the boundary does not limit; the session's policy does, as with everything that was not given
    /// to the session itself.
    private Match forEveryone() {
        return resource.allow(Naming.EVERYONE).and(session);
    }

    /// What the role behind a session may, boundary and session policy limit.
    private Match forRole() {
        return AwsEvaluator.all(resource.allow(Naming.ROLE), boundary, session);
    }

    /// The statements of the ways that lead there.
    List<DecidingStatement> allowedBy() {
        List<DecidingStatement> by = new ArrayList<>();
        if (!inAccount || !sameAccount) {
            by.addAll(resource.allowedBy(ALL));
            by.addAll(inAccount ? identity.allowedBy(ALL) : List.of());
            return by;
        }
        List<Naming> namings = new ArrayList<>(3);
        add(namings, Naming.ITSELF, direct());
        add(namings, Naming.EVERYONE, forEveryone());
        add(namings, Naming.ROLE, forRole());
        by.addAll(resource.allowedBy(namings));
        if (!throughIdentity().isNo()) {
            by.addAll(resourceDecides ? resource.allowedBy(ACCOUNT) : List.of());
            by.addAll(identity.allowedBy(ALL));
        }
        return by;
    }

    private static void add(List<Naming> namings, Naming naming, Match match) {
        if (!match.isNo()) {
            namings.add(naming);
        }
    }

    /// What the shortest way lacks. Where ways are equally short, the one that the resource's policy has begun.
    Set<PolicyLayer> missing() {
        Set<PolicyLayer> own = missingOfOwn();
        if (!inAccount || !sameAccount) {
            return own;
        }
        Set<PolicyLayer> shortest = own;
        if (!resource.allow(Naming.ROLE).isNo()) {
            shortest = shorter(lacking(boundary.isNo(), session.isNo()), shortest);
        }
        if (!resource.allow(Naming.EVERYONE).isNo()) {
            shortest = shorter(lacking(false, session.isNo()), shortest);
        }
        return shortest;
    }

    private Set<PolicyLayer> missingOfOwn() {
        Set<PolicyLayer> missing =
                inAccount ? lacking(boundary.isNo(), session.isNo()) : EnumSet.noneOf(PolicyLayer.class);
        Match needed = sameAccount ? resourceDecides ? resource.allow(Naming.ACCOUNT) : Match.YES : given();
        if (needed.isNo()) {
            missing.add(PolicyLayer.RESOURCE);
        }
        if (inAccount && !root && identity.allow().isNo()) {
            missing.add(PolicyLayer.IDENTITY);
        }
        return missing;
    }

    private static Set<PolicyLayer> lacking(boolean boundary, boolean session) {
        Set<PolicyLayer> lacking = EnumSet.noneOf(PolicyLayer.class);
        if (boundary) {
            lacking.add(PolicyLayer.BOUNDARY);
        }
        if (session) {
            lacking.add(PolicyLayer.SESSION);
        }
        return lacking;
    }

    private static Set<PolicyLayer> shorter(Set<PolicyLayer> one, Set<PolicyLayer> other) {
        return one.size() <= other.size() ? one : other;
    }
}
