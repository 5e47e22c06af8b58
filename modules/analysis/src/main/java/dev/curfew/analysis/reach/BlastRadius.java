package dev.curfew.analysis.reach;

import dev.curfew.analysis.reach.aws.AwsRoutes;
import dev.curfew.analysis.reach.federation.FederationRoutes;
import dev.curfew.analysis.reach.federation.Trusting;
import dev.curfew.analysis.reach.inside.AwsEngines;
import dev.curfew.analysis.reach.inside.Contents;
import dev.curfew.analysis.reach.inside.Inside;
import dev.curfew.analysis.reach.inside.InsideRoutes;
import dev.curfew.analysis.reach.inside.Insides;
import dev.curfew.analysis.reach.inside.RunsAs;
import dev.curfew.analysis.reach.kubernetes.KubernetesRoutes;
import dev.curfew.analysis.reach.openbao.OpenBaoRoutes;
import dev.curfew.analysis.reach.openbao.login.LoginTrusts;
import dev.curfew.analysis.reach.plain.PlainRoutes;
import dev.curfew.analysis.reach.route.CredentialRoutes;
import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.analysis.reach.route.ReachSearch;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Routes;
import dev.curfew.analysis.reach.route.Towards;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far each identity and credential of a snapshot gets. Made once per snapshot, then safe for use by many threads;
/// policies are compiled when first needed and shared by all that hold them.
///
/// Conditions on time are looked at as of the snapshot.
public final class BlastRadius {
    /// Scopes that tell when something was used, never what it reaches.
    private static final List<String> ABOUT_USE = List.of("last-used", "last-accessed");

    private final SnapshotIndex index;
    private volatile @Nullable Ways ways;

    public BlastRadius(SnapshotIndex index) {
        this.index = index;
    }

    /// What knows the ways. Made when first asked: whoever has a graph that was kept hardly needs it, and it reads
    /// every trust policy.
    private record Ways(Insides insides, FederationRoutes federation, List<Routes> routes) {}

    private Ways ways() {
        Ways known = ways;
        return known == null ? make() : known;
    }

    private synchronized Ways make() {
        Ways known = ways;
        if (known == null) {
            known = make(index);
            ways = known;
        }
        return known;
    }

    private static Ways make(SnapshotIndex index) {
        AwsRoutes aws = new AwsRoutes(index);
        KubernetesRoutes kubernetes = new KubernetesRoutes(index);
        Insides insides = new Insides(
                List.of(new Contents(index), new RunsAs(index), kubernetes.workloads(), new AwsEngines(index, aws)));
        List<Trusting> trusting = new ArrayList<>(aws.trusting());
        trusting.add(LoginTrusts.of(index));
        FederationRoutes federation = new FederationRoutes(index, trusting);
        List<Routes> routes = List.of(
                new CredentialRoutes(index),
                new InsideRoutes(aws, insides),
                new InsideRoutes(new OpenBaoRoutes(index), insides),
                new InsideRoutes(kubernetes, insides),
                federation,
                aws.assigned(),
                new InsideRoutes(new PlainRoutes(index), insides));
        return new Ways(insides, federation, routes);
    }

    /// Everything that the identity or credential can become and touch; of a workload or a secret what whoever has it
    /// in hand can.
    public Reach of(EntityId from) {
        return reach(from);
    }

    /// What somebody has at once who has the thing in hand. Not so of what is merely reached, which may be written to
    /// and not read: there it is part of the steps.
    public List<Route> inHand(EntityId from) {
        return from instanceof ResourceId thing ? ways().insides().of(thing) : List.of();
    }

    /// What has something inside.
    public Inside inside() {
        return ways().insides();
    }

    /// Identities that no source has read, and that somebody trusts.
    public Set<IdentityId> outsiders() {
        return ways().federation().outsiders();
    }

    /// What a holder of exactly this policy, and of nothing else, would reach.
    public Reach adds(PolicyId policy) {
        return reach(policy);
    }

    /// Every single step that the principal can make by itself: none is left out for another that leads there too.
    public List<Route> steps(EntityId from) {
        List<Route> steps = new ArrayList<>();
        ways().routes().forEach(each -> each.from(from, _ -> false, steps::add));
        return steps;
    }

    /// The single steps to these.
    public Towards towards(Set<EntityId> targets) {
        return Towards.of(ways().routes(), targets);
    }

    private Reach reach(EntityId from) {
        return reach(from, new ReachSearch(ways().routes()).from(from, inHand(from)));
    }

    /// The answer that these paths make, whoever found them.
    ///
    /// @param paths in the order of [ReachSearch]
    public Reach reach(EntityId from, List<ReachSearch.Path> paths) {
        List<Reached> reached = reached(paths);
        List<Coverage> unread = index.snapshot().coverage().stream()
                .filter(it -> !it.provesAbsence() && ABOUT_USE.stream().noneMatch(it.scope()::endsWith))
                .toList();
        boolean administrator = reached.stream()
                .anyMatch(it -> it.certainty() != Certainty.UNKNOWN
                        && it.target() instanceof ResourceId id
                        && Whole.isWhole(id));
        return new Reach(from, index.snapshot().number(), reached, unread, administrator);
    }

    /// The paths with what their targets are called.
    public List<Reached> reached(List<ReachSearch.Path> paths) {
        return paths.stream().map(this::reached).toList();
    }

    private Reached reached(ReachSearch.Path path) {
        EntityFacts facts = EntityFacts.of(index, path.target());
        return new Reached(
                path.target(), facts.name(), facts.kind(), facts.sensitivity(), path.certainty(), path.hops());
    }
}
