package dev.curfew.analysis.escalation.kubernetes;

import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleCatalogue;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.rules.Opening;
import dev.curfew.analysis.kubernetes.BoundRole;
import dev.curfew.analysis.kubernetes.RbacEvaluator;
import dev.curfew.analysis.kubernetes.RbacRequest;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the roles that somebody holds let him do, and which ways of the catalogue they open.
public final class HeldRoles {
    /// The ways of the catalogue.
    public static final List<Method<RuleWay>> METHODS = RuleCatalogue.kubernetes();

    /// Nothing has this name, so that only a rule for all names matches it.
    public static final String ANY = "~any~";

    private static final String ALL = "*";
    private static final String SOME = "{some}";
    private static final String OWN = "{own}";

    /// Of what is impersonated these alone are in namespaces, and bindings of a namespace hold for them.
    private static final String ACCOUNTS = "serviceaccounts";

    private static final Evaluation DENIED = new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.IDENTITY));

    private static final Open CLOSED = new Open(DENIED, false);

    private final List<BoundRole> bound;
    private final Set<String> listed = new TreeSet<>();
    private final Set<String> verbs = new HashSet<>();

    /// @param decision whether it is allowed
    /// @param complete whether the role is seen to be there that the way goes through
    public record Open(Evaluation decision, boolean complete) {}

    public HeldRoles(Collection<BoundRole> bound) {
        this.bound = List.copyOf(bound);
        for (BoundRole each : this.bound) {
            each.role().rules().forEach(rule -> {
                listed.addAll(rule.resourceNames());
                verbs.addAll(rule.verbs());
            });
        }
    }

    /// The names that rules are limited to.
    public Set<String> listed() {
        return Collections.unmodifiableSet(listed);
    }

    /// Most that is asked has a verb that no rule has.
    public boolean hasVerb(String verb) {
        return verbs.contains(verb) || verbs.contains(ALL);
    }

    /// @param group empty: the core group
    /// @param namespace empty: the whole cluster
    public Evaluation may(String verb, String group, String resource, String name, String namespace) {
        return hasVerb(verb)
                ? RbacEvaluator.evaluate(bound, RbacRequest.of(verb, group, resource, name, namespace))
                : DENIED;
    }

    /// Whether it may do so to something, whatever that is called: users are the cluster's, a service account is in a
    /// namespace.
    public Evaluation maySome(String verb, String group, String resource) {
        if (!hasVerb(verb)) {
            return DENIED;
        }
        Set<String> namespaces = new TreeSet<>(Set.of(""));
        if (resource.equals(ACCOUNTS)) {
            bound.forEach(each -> namespaces.add(each.namespace()));
        }
        List<Evaluation> some = new ArrayList<>();
        for (String namespace : namespaces) {
            some.add(may(verb, group, resource, ANY, namespace));
            listed.forEach(name -> some.add(may(verb, group, resource, name, namespace)));
        }
        return Decisions.best(some);
    }

    /// A way through a role that is held is seen to be there; through one that may only be held, it is not.
    ///
    /// @param target the name of whose rights it gives; empty: the cluster's
    /// @param namespace a service account's; empty: the cluster's
    public Open open(RuleWay way, String target, String namespace) {
        if (!hasVerbs(way)) {
            return CLOSED;
        }
        if (isThroughOwn(way)) {
            for (String own : own(namespace)) {
                Evaluation decision = decide(way, target, own, namespace);
                if (!Decisions.isDenied(decision)) {
                    return new Open(decision, true);
                }
            }
        }
        return new Open(decide(way, target, ANY, namespace), false);
    }

    /// Of each part that it asks for some verb at least: most ways are closed by that alone.
    private boolean hasVerbs(RuleWay way) {
        for (RuleWay.Any any : way.all()) {
            if (any.requests().stream()
                    .noneMatch(request -> request.verbs().stream().anyMatch(this::hasVerb))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isThroughOwn(RuleWay way) {
        return way.requests().anyMatch(request -> request.name().equals(OWN));
    }

    /// The names of the Roles that are held in a namespace; of the ClusterRoles that are held everywhere for none.
    private List<String> own(String namespace) {
        return bound.stream()
                .filter(held -> held.namespace().equals(namespace)
                        && held.role().namespace().equals(namespace))
                .map(held -> held.role().name())
                .distinct()
                .toList();
    }

    private Evaluation decide(RuleWay way, String target, String own, String namespace) {
        return Opening.of(
                way.all(),
                (request, verb) -> request.name().equals(SOME)
                        ? maySome(verb, request.group(), request.on())
                        : may(verb, request.group(), request.on(), name(request.name(), target, own), namespace));
    }

    private static String name(String written, String target, String own) {
        return switch (written) {
            case "" -> ANY;
            case "{target}" -> target;
            case OWN -> own;
            default -> written;
        };
    }
}
