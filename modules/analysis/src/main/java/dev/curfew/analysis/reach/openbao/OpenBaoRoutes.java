package dev.curfew.analysis.reach.openbao;

import dev.curfew.analysis.escalation.openbao.HeldPolicies;
import dev.curfew.analysis.escalation.openbao.HeldPolicy;
import dev.curfew.analysis.escalation.openbao.Holder;
import dev.curfew.analysis.escalation.openbao.Holdings;
import dev.curfew.analysis.escalation.openbao.Server;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.CredentialRoutes;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Leading;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Routes;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Ways through OpenBao's policies: to paths, and to whatever a token can be made for.
public final class OpenBaoRoutes implements Routes {
    private static final Derived<Map<SourceName, OpenBaoEstate>> ESTATES =
            Derived.of(OpenBaoRoutes::estates, Part.IDENTITIES, Part.RESOURCES, Part.COVERAGE, Part.TIME);

    /// Those whose policies were read: what another one holds leads nowhere.
    private static final Derived<Set<SourceName>> SOURCES =
            Derived.of(index -> sources(index.snapshot()), Part.POLICIES);

    private final SnapshotIndex index;
    private final Map<SourceName, OpenBaoEstate> estates;
    private final HeldPolicies policies;

    public OpenBaoRoutes(SnapshotIndex index) {
        this.index = index;
        Map<SourceName, OpenBaoEstate> listed = index.get(ESTATES);
        estates = new HashMap<>();
        for (SourceName source : index.get(SOURCES)) {
            OpenBaoEstate estate = listed.get(source);
            estates.put(source, estate == null ? OpenBaoEstate.of(index, source, List.of(), List.of()) : estate);
        }
        policies = new HeldPolicies(index);
    }

    /// Those of whom somebody's steps hang though they do not lead there: a group that it can join, and whatever it can
    /// write by name and tells what is new from what is there.
    private static final Set<String> HUNG =
            Set.of("openbao.group", "openbao.approle", "openbao.token-role", "openbao.user", "openbao.login-role");

    /// Where somebody's steps lead that hang on this one, and lead elsewhere: to the server.
    ///
    /// @param kind of the identity
    public static Optional<EntityId> whole(EntityId id, String kind) {
        return HUNG.contains(kind) ? Optional.of(Whole.openBao(id.source())) : Optional.empty();
    }

    /// The same of a path: to its engine.
    public static Optional<EntityId> engine(Resource path) {
        return path.kind().equals("openbao.path")
                ? Server.engineOf(path.id().nativeId()).map(engine -> new ResourceId(path.source(), engine))
                : Optional.empty();
    }

    /// Where the secrets engines of each server are: on that anybody's steps hang.
    public static Map<SourceName, Map<String, Set<String>>> engines(SnapshotIndex index) {
        Map<SourceName, Map<String, Set<String>>> engines = new HashMap<>();
        index.get(ESTATES)
                .forEach((source, estate) -> engines.put(source, estate.server().engines()));
        return engines;
    }

    /// Somebody may hold a policy of any source. A credential is reached only through what keeps it.
    @Override
    public Optional<Leading> leadingTo(Set<EntityId> targets) {
        boolean any = targets.stream()
                .anyMatch(it ->
                        it instanceof PolicyId || (!(it instanceof CredentialId) && estates.containsKey(it.source())));
        return any ? Optional.of(new Leading(this, from -> estates.containsKey(from.source()))) : Optional.empty();
    }

    @Override
    public void from(EntityId from, Predicate<EntityId> settled, Consumer<Route> found) {
        OpenBaoEstate estate = estates.get(from.source());
        boolean ended = from instanceof CredentialId token
                && index.credential(token)
                        .filter(it -> CredentialRoutes.works(it, index))
                        .isEmpty();
        if (estate == null || ended) {
            return;
        }
        if (from.equals(Whole.openBao(from.source()))) {
            everything(estate, from, settled, found);
            return;
        }
        Holdings holdings = Holdings.of(index, from);
        List<HeldPolicy> all = new ArrayList<>();
        Map<String, List<Hop>> held = new HashMap<>();
        holdings.policies().forEach((policy, hops) -> {
            policies.of(policy)
                    .ifPresentOrElse(
                            it -> {
                                all.add(it);
                                held.putIfAbsent(it.policy().name(), hops);
                            },
                            () -> unread(policy, hops, found));
        });
        if (!all.isEmpty()) {
            Holder holder = Holder.of(from, all, holdings.entity(), estate.now());
            new HolderRoutes(estate, holder, held).find(settled, found);
        }
    }

    private static Map<SourceName, OpenBaoEstate> estates(SnapshotIndex index) {
        Map<SourceName, List<Resource>> paths = new HashMap<>();
        Map<SourceName, List<Identity>> identities = new HashMap<>();
        for (Resource resource : index.snapshot().resources()) {
            if (resource.kind().equals("openbao.path")) {
                paths.computeIfAbsent(resource.source(), _ -> new ArrayList<>()).add(resource);
            }
        }
        for (Identity identity : index.snapshot().identities()) {
            if (identity.kind().startsWith("openbao.")) {
                identities
                        .computeIfAbsent(identity.source(), _ -> new ArrayList<>())
                        .add(identity);
            }
        }
        Set<SourceName> sources = new HashSet<>(paths.keySet());
        sources.addAll(identities.keySet());
        Map<SourceName, OpenBaoEstate> estates = new HashMap<>();
        for (SourceName source : sources) {
            List<Resource> here = paths.getOrDefault(source, List.of());
            List<Identity> who = identities.getOrDefault(source, List.of());
            estates.put(source, OpenBaoEstate.of(index, source, here, who));
        }
        return estates;
    }

    private static Set<SourceName> sources(Snapshot snapshot) {
        return snapshot.policies().stream()
                .filter(policy -> policy.kind().equals("openbao.acl"))
                .map(Policy::source)
                .collect(Collectors.toSet());
    }

    /// Who controls the server controls every path, and becomes every identity of it.
    private static void everything(
            OpenBaoEstate estate, EntityId whole, Predicate<EntityId> settled, Consumer<Route> found) {
        List<EntityId> all = new ArrayList<>();
        estate.paths().values().forEach(it -> all.add(it.id()));
        estate.identities().forEach(it -> all.add(it.id()));
        for (EntityId each : all) {
            if (!settled.test(each)) {
                Hop hop = new Hop(
                        whole, each, HopKind.ADMINISTERS, "", Decisions.given(whole.nativeId(), "administrator"));
                found.accept(new Route(each, List.of(hop)));
            }
        }
    }

    /// A policy that is held and that nobody could read may grant anything.
    private void unread(PolicyId policy, List<Hop> hops, Consumer<Route> found) {
        if (!hops.isEmpty()) {
            Hop last = hops.getLast();
            String name = index.policy(policy).map(Policy::name).orElse(policy.nativeId());
            List<Hop> unknown = new ArrayList<>(hops.subList(0, hops.size() - 1));
            unknown.add(
                    new Hop(last.from(), policy, HopKind.HOLDS, "", new Evaluation.Unknown(List.of("policy " + name))));
            found.accept(new Route(policy, unknown));
        }
    }

    static ResourceId path(SourceName source, String path) {
        return new ResourceId(source, "path/" + path);
    }
}
