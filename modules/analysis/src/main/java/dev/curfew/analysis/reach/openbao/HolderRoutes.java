package dev.curfew.analysis.reach.openbao;

import dev.curfew.analysis.escalation.openbao.Holder;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.analysis.vault.MergedRule;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Where the holder of one set of policies gets to.
final class HolderRoutes {
    private static final List<Capability> WRITING =
            List.of(Capability.UPDATE, Capability.CREATE, Capability.PATCH, Capability.DELETE);
    private static final List<Capability> READING = List.of(Capability.READ, Capability.LIST, Capability.SCAN);

    /// What every token may do with itself: no reach to speak of.
    private static final List<String> OWN_AFFAIRS = List.of(
            "auth/token/lookup-self",
            "auth/token/renew-self",
            "auth/token/revoke-self",
            "sys/capabilities-self",
            "sys/internal/ui/",
            "sys/leases/",
            "sys/renew",
            "sys/wrapping/",
            "sys/tools/",
            "sys/control-group/",
            "cubbyhole/",
            "identity/entity/",
            "identity/oidc/");

    private final OpenBaoEstate estate;
    private final Holder holder;
    private final Map<String, List<Hop>> held;

    HolderRoutes(OpenBaoEstate estate, Holder holder, Map<String, List<Hop>> held) {
        this.estate = estate;
        this.holder = holder;
        this.held = held;
    }

    void find(Predicate<EntityId> settled, Consumer<Route> found) {
        if (holder.acl().isRoot()) {
            found.accept(route(
                    Whole.openBao(estate.source()),
                    HopKind.ADMINISTERS,
                    "",
                    holder.acl().reachable("", Capability.SUDO)));
            return;
        }
        for (MergedRule rule : holder.acl().rules()) {
            if (rule.denies() || ownAffair(rule)) {
                continue;
            }
            for (String example : estate.matching(rule.pattern())) {
                Resource path = Objects.requireNonNull(estate.paths().get(example));
                if (!settled.test(path.id())) {
                    touch(path.id(), example, found);
                }
            }
            EntityId target = OpenBaoRoutes.path(estate.source(), rule.pattern().text());
            if (!rule.capabilities().isEmpty() && !isListed(rule, target) && !settled.test(target)) {
                touch(target, rule.pattern().example(), found);
            }
        }
        new CatalogueRoutes(estate, holder, this::route).find(settled, found);
        Evaluation everything = holder.administers();
        if (!Decisions.isDenied(everything)) {
            found.accept(route(Whole.openBao(estate.source()), HopKind.ADMINISTERS, "", everything));
        }
        undecided(found);
    }

    /// Whether it is among those that the rule matches.
    private boolean isListed(MergedRule rule, EntityId target) {
        Resource listed = estate.paths().get(rule.pattern().example());
        return listed != null && listed.id().equals(target);
    }

    private void touch(EntityId target, String path, Consumer<Route> found) {
        Map<Capability, Evaluation> granted = new EnumMap<>(Capability.class);
        for (Capability capability : Capability.values()) {
            if (capability != Capability.DENY) {
                Evaluation decision = holder.acl().reachable(path, capability);
                if (!Decisions.isDenied(decision)) {
                    granted.put(capability, decision);
                }
            }
        }
        level(target, HopKind.WRITES, WRITING, granted, found);
        level(target, HopKind.READS, READING, granted, found);
    }

    private void level(
            EntityId target,
            HopKind kind,
            List<Capability> level,
            Map<Capability, Evaluation> granted,
            Consumer<Route> found) {
        List<Evaluation> deciding =
                level.stream().filter(granted::containsKey).map(granted::get).toList();
        if (!deciding.isEmpty()) {
            // all that can be done there: who writes and reads is told by one of the two
            Predicate<Capability> told = kind == HopKind.READS ? level::contains : _ -> true;
            String actions = String.join(
                    ", ",
                    granted.keySet().stream().filter(told).map(Capability::text).toList());
            found.accept(route(target, kind, actions, Decisions.best(deciding)));
        }
    }

    private static boolean ownAffair(MergedRule rule) {
        boolean byDefault =
                rule.statements().stream().allMatch(it -> it.policy().equals("default"));
        return byDefault && OWN_AFFAIRS.stream().anyMatch(rule.pattern().text()::startsWith);
    }

    /// The way through the policy that decides, the shortest of several.
    Route route(EntityId target, HopKind kind, String actions, Evaluation decision) {
        List<Hop> before = decision.decidedBy().stream()
                .map(DecidingStatement::policy)
                .filter(held::containsKey)
                .map(held::get)
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
        EntityId from = before.isEmpty() ? holder.id() : before.getLast().to();
        return Route.of(before, new Hop(from, target, kind, actions, decision));
    }

    /// Rules whose template asks for what nobody read: the policy may grant more than was found.
    private void undecided(Consumer<Route> found) {
        Set<String> rules = holder.acl().undecided();
        if (rules.isEmpty() || holder.id() instanceof PolicyId) {
            return;
        }
        for (String rule : rules) {
            List<Hop> before = held.getOrDefault(rule.substring(0, rule.indexOf(": ")), List.of());
            if (!before.isEmpty()) {
                Hop last = before.getLast();
                Hop unknown = new Hop(last.from(), last.to(), last.kind(), "", new Evaluation.Unknown(List.of(rule)));
                found.accept(Route.of(before.subList(0, before.size() - 1), unknown));
            }
        }
    }
}
