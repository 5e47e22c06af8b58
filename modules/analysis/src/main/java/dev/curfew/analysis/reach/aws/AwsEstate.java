package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.escalation.aws.account.Organizations;
import dev.curfew.analysis.escalation.aws.account.PrincipalKeys;
import dev.curfew.analysis.escalation.aws.policy.Compiled;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The AWS part of a snapshot, arranged for asking.
final class AwsEstate {
    static final String KINDS = "aws.";

    private static final Derived<People> PEOPLE = Derived.of(index -> new People(index.snapshot()), Part.IDENTITIES);
    private static final Derived<AwsThings> THINGS =
            Derived.of(index -> new AwsThings(index.snapshot().resources()), Part.RESOURCES);
    private static final Derived<Map<PolicyId, List<EntityId>>> HOLDERS =
            Derived.of(AwsEstate::holders, Part.IDENTITIES, Part.GRANTS);
    private static final Derived<Map<IdentityId, PolicyId>> TRUSTS =
            Derived.of(index -> trusts(index.snapshot()), Part.TRUSTS);

    private final SnapshotIndex index;
    private final Compiled compiled;
    private final ControlPolicies control;
    private final Organizations organizations;
    private final People people;
    private final RoleTags tags;
    private final AwsThings things;
    private final ResourceGuards guards;
    private final List<String> now;
    private final List<String> nowInSeconds;

    AwsEstate(SnapshotIndex index) {
        this.index = index;
        Instant takenAt = index.snapshot().takenAt();
        now = List.of(takenAt.toString());
        nowInSeconds = List.of(Long.toString(takenAt.getEpochSecond()));
        compiled = new Compiled(index);
        control = new ControlPolicies(index, compiled);
        organizations = Organizations.of(index);
        people = index.get(PEOPLE);
        tags = RoleTags.of(index);
        things = index.get(THINGS);
        guards = new ResourceGuards(index, compiled, things);
    }

    /// Its users, roles and groups.
    private static final class People {
        private final List<Identity> all = new ArrayList<>();
        private final Map<String, List<Identity>> byAccount = new HashMap<>();

        People(Snapshot snapshot) {
            for (Identity identity : snapshot.identities()) {
                if (identity.kind().startsWith(KINDS)) {
                    all.add(identity);
                    byAccount
                            .computeIfAbsent(Arn.account(identity.id().nativeId()), _ -> new ArrayList<>())
                            .add(identity);
                }
            }
        }
    }

    private static Map<IdentityId, PolicyId> trusts(Snapshot snapshot) {
        Map<IdentityId, PolicyId> trusts = new HashMap<>();
        for (Trust trust : snapshot.trusts()) {
            if (trust.mechanism().equals("aws.assume-role")) {
                trusts.put(trust.target(), trust.document());
            }
        }
        return trusts;
    }

    /// `aws` for what is no ARN.
    static String partition(String arn) {
        String[] parts = arn.split(":", 3);
        return parts.length == 3 && parts[0].equals("arn") ? parts[1] : "aws";
    }

    List<Identity> identities() {
        return people.all;
    }

    List<Identity> identitiesOf(String account) {
        return people.byAccount.getOrDefault(account, List.of());
    }

    List<Resource> resources() {
        return things.all();
    }

    /// Empty for what is none of AWS's.
    Optional<Identity> identity(IdentityId id) {
        return index.identity(id).filter(it -> it.kind().startsWith(KINDS));
    }

    Optional<Resource> resource(ResourceId id) {
        return index.resource(id);
    }

    List<IdentityId> groupsOf(IdentityId member) {
        return index.groupsOf(member);
    }

    /// Which identity policies its identities hold, groups not followed.
    Map<PolicyId, List<EntityId>> holders() {
        return index.get(HOLDERS);
    }

    private static Map<PolicyId, List<EntityId>> holders(SnapshotIndex index) {
        Set<SourceName> sources = new HashSet<>();
        index.get(PEOPLE).all.forEach(it -> sources.add(it.source()));
        Map<PolicyId, List<EntityId>> holders = new HashMap<>();
        for (Grant grant : index.snapshot().grants()) {
            if (grant.role() == GrantRole.IDENTITY
                    && sources.contains(grant.subject().source())) {
                holders.computeIfAbsent(grant.policy(), _ -> new ArrayList<>(1)).add(grant.subject());
            }
        }
        return holders;
    }

    Compiled.Document document(PolicyId policy) {
        return compiled.document(policy);
    }

    /// As it was read; empty for one that was not.
    Optional<String> text(PolicyId policy) {
        return index.policy(policy).map(Policy::text);
    }

    /// The resources that a principal's policies could be about, and those whose own policy could let it in.
    Collection<Resource> candidates(AwsPrincipal principal) {
        Map<ResourceId, Resource> candidates = new LinkedHashMap<>();
        GuardIndex.of(index).mayAdmit(principal.arn()).forEach(it -> candidates.put(it.id(), it));
        for (AwsPrincipal.Held held : principal.held()) {
            things.candidates(held.document()).forEach(it -> candidates.put(it.id(), it));
        }
        return candidates.values();
    }

    Compiled.@Nullable Document trust(IdentityId role) {
        PolicyId document = index.get(TRUSTS).get(role);
        return document == null ? null : compiled.document(document);
    }

    PolicyDocument trustOrUnknown(IdentityId role) {
        Compiled.Document trust = trust(role);
        return trust == null
                ? PolicyDocument.unread(role.nativeId(), "no trust policy of " + role.nativeId() + " was read")
                : trust.orUnknown();
    }

    /// Who is let use resources by what these have.
    ResourceGuards guards() {
        return guards;
    }

    /// The account that a resource is in; empty where nothing says so.
    String owner(String arn) {
        return things.owner(arn);
    }

    /// Someone to ask about, or empty for what is none of AWS's.
    Optional<AwsPrincipal> principal(EntityId id) {
        return switch (id) {
            case IdentityId identity -> identity(identity).map(this::principal);
            case PolicyId policy ->
                index.policy(policy)
                        .filter(it -> it.kind().equals("aws.policy"))
                        .flatMap(it -> holderOf(policy));
            case ResourceId _ -> Optional.empty();
            case CredentialId _ -> Optional.empty();
        };
    }

    private AwsPrincipal principal(Identity identity) {
        Map<PolicyId, List<Hop>> held = new LinkedHashMap<>();
        List<String> groups = new ArrayList<>();
        hold(identity.id(), List.of(), held);
        for (IdentityId group : index.groupsOf(identity.id())) {
            groups.add(group.nativeId());
            hold(group, List.of(Hop.into(group, identity.id())), held);
        }
        return principal(identity.id(), identity.id().nativeId(), held, groups, context(identity));
    }

    /// Someone with exactly one policy, in the policy's account. Empty for one of AWS's own in a source of which no
    /// account is known: nothing says whom it is given to, and on what.
    private Optional<AwsPrincipal> holderOf(PolicyId policy) {
        String account = Arn.account(policy.nativeId());
        Optional<String> home = isNumber(account) ? Optional.of(account) : homeAccount(policy.source());
        return home.map(it -> principal(
                policy,
                "arn:" + partition(policy.nativeId()) + ":iam::" + it + ":user/" + AwsPrincipal.ANYTHING,
                Map.of(policy, List.of()),
                List.of(),
                anybodys(it)));
    }

    /// Of somebody of whom nothing is known but his account.
    private RequestContext anybodys(String account) {
        return new RequestContext(organizations.ofPrincipals(account), Organizations.SEVERAL, true, Set.of());
    }

    private static boolean isNumber(String account) {
        return account.matches("\\d{12}");
    }

    /// Someone in the account whom nothing holds but its control policies.
    AwsPrincipal administratorOf(ResourceId account) {
        AwsPolicies policies = policies(List.of(PolicyDocument.everything("administrator")), List.of(), account);
        String arn = account.nativeId().replaceFirst(":root$", ":user/" + AwsPrincipal.ANYTHING);
        RequestContext context = anybodys(Arn.account(arn));
        return new AwsPrincipal(
                account,
                new Principal.InAccount(arn),
                policies,
                List.of(),
                List.of(),
                context,
                about(context, Arn.account(arn)));
    }

    /// AWS's own policies belong to no account: then it is the source's first.
    private Optional<String> homeAccount(SourceName source) {
        Stream<EntityId> known = Stream.concat(
                identities().stream().map(Identity::id),
                index.snapshot().resources().stream().map(Resource::id));
        return known.filter(it -> it.source().equals(source))
                .map(it -> Arn.account(it.nativeId()))
                .filter(AwsEstate::isNumber)
                .sorted()
                .findFirst();
    }

    private void hold(EntityId subject, List<Hop> before, Map<PolicyId, List<Hop>> held) {
        for (Grant grant : index.grantsOf(subject)) {
            if (grant.role() == GrantRole.IDENTITY) {
                List<Hop> hops = new ArrayList<>(before);
                hops.add(new Hop(
                        subject,
                        grant.policy(),
                        HopKind.HOLDS,
                        "",
                        Decisions.given(grant.policy().nativeId(), "attached")));
                held.putIfAbsent(grant.policy(), hops);
            }
        }
    }

    private AwsPrincipal principal(
            EntityId id, String arn, Map<PolicyId, List<Hop>> held, List<String> groups, RequestContext context) {
        List<AwsPrincipal.Held> all = new ArrayList<>();
        List<PolicyDocument> identity = new ArrayList<>();
        held.forEach((policy, hops) -> {
            Compiled.Document document = compiled.document(policy);
            all.add(new AwsPrincipal.Held(document, hops));
            if (document.readable() != null) {
                identity.add(document.readable());
            }
        });
        ResourceId account = Whole.aws(id.source(), partition(arn), Arn.account(arn));
        AwsPolicies policies = policies(identity, limits(id, GrantRole.BOUNDARY), account);
        return new AwsPrincipal(
                id, new Principal.InAccount(arn), policies, all, groups, context, about(context, Arn.account(arn)));
    }

    private AwsPolicies policies(List<PolicyDocument> identity, List<PolicyDocument> boundaries, ResourceId account) {
        return new AwsPolicies(
                identity,
                boundaries,
                null,
                null,
                control.ofPrincipals(account),
                control.ofResources(account),
                List.of());
    }

    /// What meets a request of the principal's on something: with its own policy, what its service keeps beside that,
    /// and the resource control policies of the account that owns it.
    AwsPolicies meeting(AwsPrincipal principal, EntityId on, @Nullable PolicyDocument own) {
        return control.meeting(principal, on, owner(on.nativeId()))
                .withResource(own)
                .with(things.settings(on.nativeId()));
    }

    /// What meets a request that comes with a token from outside: it has no policy of its own.
    AwsPolicies meetingOutsider(IdentityId role) {
        return new AwsPolicies(
                List.of(),
                List.of(),
                null,
                trustOrUnknown(role),
                List.of(),
                control.ofResources(ControlPolicies.owner(role)),
                List.of());
    }

    /// Of the principal's requests about a role, whose tags they know where it was read.
    RequestContext about(AwsPrincipal principal, IdentityId role) {
        RequestContext there = about(principal, Arn.account(role.nativeId()));
        return index.identity(role).map(it -> tags.about(there, it)).orElse(there);
    }

    /// Of the principal's requests about things of an account.
    ///
    /// @param owner empty: nothing says which
    RequestContext about(AwsPrincipal principal, String owner) {
        return owner.equals(principal.account()) ? principal.home() : about(principal.context(), owner);
    }

    private RequestContext about(RequestContext request, String owner) {
        Map<String, List<String>> told = organizations.ofResources(owner);
        return told.isEmpty() ? request : request.with(told);
    }

    /// Whether its account's control policies leave nobody everything, and no boundary of its own holds it.
    boolean isNarrowed(AwsPrincipal principal) {
        return principal.policies().boundaries().isEmpty()
                && !control.ofPrincipals(principal.whole()).isEmpty()
                && !AwsPrincipal.allowed(administratorOf(principal.whole()).everything());
    }

    /// Whether a boundary or a control policy that limits it could not be read.
    boolean isLimitUnread(AwsPrincipal principal) {
        return control.isUnreadForPrincipals(principal.whole())
                || index.grantsOf(principal.id()).stream()
                        .filter(grant -> grant.role() == GrantRole.BOUNDARY)
                        .anyMatch(grant -> compiled.document(grant.policy()).readable() == null);
    }

    private List<PolicyDocument> limits(EntityId subject, GrantRole role) {
        return index.grantsOf(subject).stream()
                .filter(grant -> grant.role() == role)
                .map(grant -> compiled.document(grant.policy()).orUnknown())
                .toList();
    }

    private RequestContext context(Identity identity) {
        Map<String, List<String>> values = PrincipalKeys.of(identity, organizations);
        values.put("aws:PrincipalIsAWSService", List.of("false"));
        values.put("aws:CurrentTime", now);
        values.put("aws:EpochTime", nowInSeconds);
        return new RequestContext(values, Organizations.SEVERAL, true, PrincipalKeys.WHOLE).ofAttacker();
    }
}
