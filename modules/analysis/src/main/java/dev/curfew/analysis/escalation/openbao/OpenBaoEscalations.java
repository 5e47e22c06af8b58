package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleCatalogue;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.rules.Opening;
import dev.curfew.analysis.escalation.rules.Spread;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds who could make itself an administrator of its OpenBao: who comes by policies that allow everything.
public final class OpenBaoEscalations {
    /// No path has this part, so that only a rule for all matches it.
    private static final String ANY = "~any~";

    /// Mounts that take roles of AppRole; what others are called is not known without their list.
    private static final String APPROLES = "auth/approle";

    private static final List<Capability> EVERYTHING = List.of(
            Capability.CREATE, Capability.READ, Capability.UPDATE, Capability.DELETE, Capability.LIST, Capability.SUDO);

    private static final String GROUP = "group/";

    private final Map<EntityId, Holder> holders;
    private final List<Identity> groups;

    private OpenBaoEscalations(SnapshotIndex index) {
        holders = Holders.of(index);
        groups = index.snapshot().identities().stream()
                .filter(identity -> identity.kind().equals("openbao.group"))
                .toList();
    }

    /// @return ranked
    public static List<Escalation> find(SnapshotIndex index) {
        return new OpenBaoEscalations(index).find();
    }

    private List<Escalation> find() {
        Map<EntityId, Certainty> administrators = new LinkedHashMap<>();
        List<EntityId> others = new ArrayList<>();
        holders.values().forEach(holder -> {
            switch (administrator(holder)) {
                case Evaluation.Allowed _ -> administrators.put(holder.id(), Certainty.CERTAIN);
                case Evaluation.Conditional _, Evaluation.Unknown _ ->
                    administrators.put(holder.id(), Certainty.POSSIBLE);
                case Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> others.add(holder.id());
            }
        });
        return new Spread(RuleCatalogue.openBao(), this::find)
                .from(administrators, others).stream()
                        .filter(found -> !(found.identity() instanceof PolicyId))
                        .toList();
    }

    /// Who may do everything anywhere, policies included.
    private static Evaluation administrator(Holder holder) {
        List<Evaluation> needed = new ArrayList<>();
        for (Capability capability : EVERYTHING) {
            needed.add(holder.acl().reachable(ANY + "/" + ANY, capability));
        }
        needed.add(holder.acl().reachable("sys/policies/acl/" + ANY, Capability.UPDATE));
        return Decisions.all(needed);
    }

    private Optional<Spread.Way> find(EntityId from, Method<RuleWay> method, Collection<EntityId> reached) {
        Holder holder = holders.get(from);
        if (holder == null) {
            return Optional.empty();
        }
        return switch (method.way().gives()) {
            case "all" -> way(holder, method.way(), Map.of(), Optional.empty(), "");
            case "own-policy" -> ownPolicy(holder, method.way());
            case "own-entity" ->
                holder.entity().isEmpty() ? Optional.empty() : target(holder, method.way(), reached, "policy");
            case "group" -> group(holder, method.way(), reached);
            default -> target(holder, method.way(), reached, method.way().gives());
        };
    }

    private static Optional<Spread.Way> ownPolicy(Holder holder, RuleWay way) {
        for (String policy : holder.policies()) {
            Optional<Spread.Way> found = way(holder, way, Map.of("{held}", policy), Optional.empty(), policy);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Through a group that is there, which an entity can be put into.
    private Optional<Spread.Way> group(Holder holder, RuleWay way, Collection<EntityId> reached) {
        if (holder.entity().isEmpty()) {
            return Optional.empty();
        }
        return groups.stream()
                .filter(group -> group.source().equals(holder.id().source()))
                .flatMap(group -> target(holder, way, reached, "policy", group(group)).stream())
                .findFirst();
    }

    private static Map<String, String> group(Identity group) {
        return Map.of("{group}", group.id().nativeId().substring(GROUP.length()), "{called}", group.name());
    }

    private static Optional<Spread.Way> target(Holder holder, RuleWay way, Collection<EntityId> reached, String kind) {
        return target(holder, way, reached, kind, Map.of());
    }

    /// @param kind how the target's native id begins
    /// @param more names in paths
    private static Optional<Spread.Way> target(
            Holder holder, RuleWay way, Collection<EntityId> reached, String kind, Map<String, String> more) {
        for (EntityId target : reached) {
            String nativeId = target.nativeId();
            boolean fits = target.source().equals(holder.id().source())
                    && nativeId.startsWith(kind + "/")
                    && !target.equals(holder.id());
            if (fits) {
                Map<String, String> names = new HashMap<>(names(holder, nativeId, kind));
                names.putAll(more);
                Optional<Spread.Way> found = way(holder, way, names, Optional.of(target), nativeId);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// An approle is `approle/<mount>/<role>`, and a mount's name may have slashes.
    private static Map<String, String> names(Holder holder, String nativeId, String kind) {
        String rest = nativeId.substring(kind.length() + 1);
        int slash = rest.lastIndexOf('/');
        String approle = slash < 0 ? rest : "auth/" + rest.substring(0, slash) + "/role/" + rest.substring(slash + 1);
        return Map.of("{role}", rest, "{approle}", approle, "{own}", holder.entity(), "{name}", holder.name());
    }

    private static Optional<Spread.Way> way(
            Holder holder, RuleWay way, Map<String, String> names, Optional<EntityId> target, String resource) {
        Evaluation open = Opening.of(way.all(), (request, capability) -> {
            String path = request.on().replace("{new}", ANY).replace("{approles}", APPROLES);
            for (Map.Entry<String, String> name : names.entrySet()) {
                path = path.replace(name.getKey(), name.getValue());
            }
            return holder.acl().reachable(path, Capability.of(capability).orElse(Capability.SUDO));
        });
        return Decisions.isDenied(open) ? Optional.empty() : Optional.of(new Spread.Way(open, target, resource));
    }
}
