package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.aws.federation.AssignedRoles;
import dev.curfew.analysis.reach.aws.federation.FederatedTrusts;
import dev.curfew.analysis.reach.aws.federation.PodIdentities;
import dev.curfew.analysis.reach.federation.Trusting;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Leading;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Routes;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.evaluation.Evaluation;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Ways through AWS IAM: to administer an account, to be another role or user, to touch a resource.
public final class AwsRoutes implements Routes {
    private static final Derived<Set<SourceName>> SOURCES =
            Derived.of(index -> sources(index.snapshot()), Part.IDENTITIES, Part.POLICIES, Part.RESOURCES);

    private static final Pattern OF_ACCOUNT = Pattern.compile("arn:[^:]*:iam::\\d{12}:");

    private final SnapshotIndex index;
    private final AwsEstate estate;
    private final AwsAdministration administration;
    private final AwsRoles roles;
    private final AwsMethods methods;
    private final AwsResources resources;

    public AwsRoutes(SnapshotIndex index) {
        this(index, new AwsEstate(index));
    }

    private AwsRoutes(SnapshotIndex index, AwsEstate estate) {
        this(index, estate, AwsRoles.all(index, estate), new AwsMethods(index, estate));
    }

    private AwsRoutes(SnapshotIndex index, AwsEstate estate, AwsRoles roles, AwsMethods methods) {
        this.index = index;
        this.estate = estate;
        this.roles = roles;
        this.methods = methods;
        administration = new AwsAdministration(estate);
        resources = new AwsResources(estate);
    }

    /// Somebody may hold a policy of any source. A credential is reached only through what keeps it.
    @Override
    public Optional<Leading> leadingTo(Set<EntityId> targets) {
        Set<SourceName> sources = index.get(SOURCES);
        boolean any = targets.stream()
                .anyMatch(it ->
                        it instanceof PolicyId || (!(it instanceof CredentialId) && sources.contains(it.source())));
        return any
                ? Optional.of(new Leading(
                        new AwsRoutes(index, estate, roles.among(targets), methods), new Approach(estate, targets)))
                : Optional.empty();
    }

    @Override
    public void from(EntityId from, Predicate<EntityId> settled, Consumer<Route> found) {
        if (from instanceof ResourceId whole && Whole.isWhole(whole)) {
            everything(whole, settled, found);
            return;
        }
        estate.principal(from).ifPresent(principal -> {
            unread(principal, found);
            // who certainly has the whole account needs no way to each thing in it
            boolean everything = administration.find(principal, settled, found);
            roles.find(principal, everything, settled, found);
            if (!everything) {
                methods.find(principal, settled, found);
                resources.find(principal, settled, found);
            }
        });
    }

    private static Set<SourceName> sources(Snapshot snapshot) {
        Set<SourceName> sources = new HashSet<>();
        snapshot.identities().stream()
                .filter(it -> it.kind().startsWith(AwsEstate.KINDS))
                .forEach(it -> sources.add(it.source()));
        snapshot.policies().stream()
                .filter(it -> it.kind().startsWith(AwsEstate.KINDS))
                .forEach(it -> sources.add(it.source()));
        snapshot.resources().stream()
                .filter(it -> it.kind().startsWith(AwsEstate.KINDS))
                .forEach(it -> sources.add(it.source()));
        return sources;
    }

    /// The account that an identity or a policy of IAM's belongs to; empty for others, and for AWS's own.
    public static Optional<ResourceId> accountOf(EntityId id) {
        boolean own = id instanceof IdentityId || id instanceof PolicyId;
        return own && OF_ACCOUNT.matcher(id.nativeId()).lookingAt()
                ? Optional.of(ControlPolicies.owner(id))
                : Optional.empty();
    }

    /// The roles that tokens of other providers become, and service accounts of EKS.
    public List<Trusting> trusting() {
        return List.of(
                new FederatedTrusts(index, estate::meetingOutsider), new PodIdentities(index, estate::meetingOutsider));
    }

    /// The roles that people become through IAM Identity Center.
    public Routes assigned() {
        return new AssignedRoles(index, estate::meetingOutsider);
    }

    /// Whether the role's trust policy and the principal's own policies let it become the role.
    public Evaluation mayAssume(IdentityId principal, IdentityId role) {
        return estate.principal(principal)
                .map(it -> roles.mayAssume(it, role))
                .orElseGet(() -> new Evaluation.ImplicitlyDenied(Set.of()));
    }

    /// Who administers an account administers its identities and resources, but for what its control policies deny
    /// everybody in it.
    private void everything(ResourceId whole, Predicate<EntityId> settled, Consumer<Route> found) {
        String account = Arn.account(whole.nativeId());
        if (account.isEmpty()) {
            // another provider's
            return;
        }
        Evaluation given = Decisions.given(whole.nativeId(), "administrator");
        for (Identity identity : estate.identitiesOf(account)) {
            if (!settled.test(identity.id())) {
                found.accept(administered(whole, identity.id(), given));
            }
        }
        AwsPrincipal administrator = estate.administratorOf(whole);
        for (Resource resource : estate.resources()) {
            String owner = estate.owner(resource.id().nativeId());
            boolean ownedHere = owner.isEmpty() ? resource.source().equals(whole.source()) : owner.equals(account);
            if (ownedHere && !settled.test(resource.id())) {
                ResourceGuards.Guard guard = estate.guards().of(resource.id());
                Evaluation left = administrator.leftOf(
                        resource.id().nativeId(), estate.meeting(administrator, resource.id(), guard.policy()));
                if (AwsPrincipal.allowed(left)) {
                    found.accept(administered(whole, resource.id(), left instanceof Evaluation.Allowed ? given : left));
                }
            }
        }
    }

    private static Route administered(ResourceId whole, EntityId each, Evaluation decision) {
        return new Route(each, List.of(new Hop(whole, each, HopKind.ADMINISTERS, "", decision)));
    }

    /// A policy that is held and that nobody could read may grant anything.
    private static void unread(AwsPrincipal principal, Consumer<Route> found) {
        for (AwsPrincipal.Held held : principal.held()) {
            if (held.document().readable() == null && !held.hops().isEmpty()) {
                Hop last = held.hops().getLast();
                Hop unknown = new Hop(
                        last.from(),
                        last.to(),
                        last.kind(),
                        "",
                        new Evaluation.Unknown(List.of(held.document().problem())));
                found.accept(Route.of(held.hops().subList(0, held.hops().size() - 1), unknown));
            }
        }
    }
}
