package dev.curfew.analysis.escalation.kubernetes;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleCatalogue;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.rules.Opening;
import dev.curfew.analysis.escalation.rules.Spread;
import dev.curfew.analysis.kubernetes.BoundRole;
import dev.curfew.analysis.kubernetes.RbacEvaluator;
import dev.curfew.analysis.kubernetes.RbacRequest;
import dev.curfew.analysis.kubernetes.RbacRole;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds the service accounts that could make themselves administrators of their cluster.
public final class KubernetesEscalations {
    /// Nothing has this name, so that only a rule for all names matches it.
    private static final String ANY = "~any~";

    private final SnapshotIndex index;
    private final Map<PolicyId, Optional<RbacRole>> roles = new HashMap<>();
    private final Map<EntityId, List<BoundRole>> bound = new TreeMap<>();

    private KubernetesEscalations(SnapshotIndex index) {
        this.index = index;
        for (Identity identity : index.snapshot().identities()) {
            if (identity.kind().equals("kubernetes.service-account")) {
                List<BoundRole> held = new ArrayList<>(held(identity.id()));
                index.groupsOf(identity.id()).forEach(group -> held.addAll(held(group)));
                bound.put(identity.id(), held);
            }
        }
    }

    private List<BoundRole> held(IdentityId subject) {
        List<BoundRole> held = new ArrayList<>();
        for (Grant grant : index.grantsOf(subject)) {
            roles.computeIfAbsent(grant.policy(), this::read)
                    .ifPresent(role -> held.add(new BoundRole(
                            grant.policy().nativeId(),
                            grant.scope().isEmpty() ? role.namespace() : grant.scope(),
                            role)));
        }
        return held;
    }

    private Optional<RbacRole> read(PolicyId id) {
        Policy policy = index.policy(id).orElse(null);
        if (policy == null || !policy.kind().equals("kubernetes.role")) {
            return Optional.empty();
        }
        try {
            return Optional.of(RbacRole.parse(policy.text()));
        } catch (PolicySyntaxException _) {
            // as good as not read
            return Optional.empty();
        }
    }

    /// @return ranked
    public static List<Escalation> find(SnapshotIndex index) {
        return new KubernetesEscalations(index).find();
    }

    private List<Escalation> find() {
        Map<EntityId, Certainty> administrators = new LinkedHashMap<>();
        List<EntityId> others = new ArrayList<>();
        for (EntityId account : bound.keySet()) {
            if (Decisions.isDenied(may(account, ANY, ANY, ANY, ANY, ""))) {
                others.add(account);
            } else {
                administrators.put(account, Certainty.CERTAIN);
            }
        }
        return new Spread(RuleCatalogue.kubernetes(), this::find).from(administrators, others);
    }

    private Optional<Spread.Way> find(EntityId from, Method<RuleWay> method, Collection<EntityId> reached) {
        if (method.way().gives().equals("cluster")) {
            Evaluation open = open(from, method.way(), "", "");
            return Decisions.isDenied(open)
                    ? Optional.empty()
                    : Optional.of(
                            new Spread.Way(open, Optional.empty(), from.source().value()));
        }
        for (EntityId target : reached) {
            if (target.source().equals(from.source()) && !target.equals(from)) {
                String[] parts = target.nativeId().split("/", -1);
                Evaluation open = open(from, method.way(), parts[1], parts[2]);
                if (!Decisions.isDenied(open)) {
                    return Optional.of(new Spread.Way(open, Optional.of(target), parts[1]));
                }
            }
        }
        return Optional.empty();
    }

    private Evaluation open(EntityId from, RuleWay way, String namespace, String account) {
        return Opening.of(way.all(), (request, verb) -> {
            String name = request.name().equals("{target}") ? account : request.name();
            return may(from, verb, request.group(), request.on(), name.isEmpty() ? ANY : name, namespace);
        });
    }

    private Evaluation may(
            EntityId account, String verb, String group, String resource, String name, String namespace) {
        return RbacEvaluator.evaluate(
                bound.getOrDefault(account, List.of()), RbacRequest.of(verb, group, resource, name, namespace));
    }
}
