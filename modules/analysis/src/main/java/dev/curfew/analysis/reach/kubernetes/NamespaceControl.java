package dev.curfew.analysis.reach.kubernetes;

import static dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way.add;
import static dev.curfew.analysis.reach.route.Decisions.provided;

import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.catalogue.RuleWay.Request;
import dev.curfew.analysis.escalation.kubernetes.HeldRoles;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Ways to become the service accounts of one namespace, and to read its secrets.
///
/// <https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks>
final class NamespaceControl {
    private static final Messages MESSAGES = Messages.of(NamespaceControl.class);

    /// Methods of the catalogue that have a pod run: whoever makes one, or what makes pods, chooses its service account
    /// and mounts any secret of the namespace. What is sure comes first.
    private static final List<Method<RuleWay>> RUNNING_METHODS =
            methods("kubernetes-pod-create", "kubernetes-workload-create", "kubernetes-workload-change");

    /// What lets whom into a pod that runs, surest first. A WebSocket to a shell opens with a GET.
    private static final Map<String, List<String>> ENTRIES = new LinkedHashMap<>();

    static {
        ENTRIES.put("pods/exec", List.of("create", "get"));
        ENTRIES.put("pods/attach", List.of("create", "get"));
        ENTRIES.put("pods/ephemeralcontainers", List.of("update", "patch"));
        ENTRIES.put("pods", List.of("update", "patch"));
    }

    /// Methods of the catalogue that raise the holder's own rights in the namespace to all that are there.
    private static final List<Method<RuleWay>> RAISING_METHODS =
            methods("kubernetes-escalate-namespace", "kubernetes-bind-namespace");

    private final HeldRoles roles;
    private final String namespace;
    private final List<Way> running = new ArrayList<>();
    private final List<Way> entering = new ArrayList<>();
    private final List<Way> raising;

    NamespaceControl(CatalogueWays catalogue, String namespace) {
        this.roles = catalogue.roles();
        this.namespace = namespace;
        this.raising = catalogue.of(RAISING_METHODS, namespace);
        RUNNING_METHODS.forEach(method -> run(method.way()));
        for (Way way : enter("")) {
            add(entering, way.kind(), way.actions(), provided(way.decision(), MESSAGES.text("need.pod")));
        }
    }

    private static List<Method<RuleWay>> methods(String... ids) {
        return Stream.of(ids).map(NamespaceControl::method).toList();
    }

    private static Method<RuleWay> method(String id) {
        return HeldRoles.METHODS.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// A pod's service account cannot be changed once it is there, but its image can: that is [#enter].
    private void run(RuleWay way) {
        for (Request request : way.all().getFirst().requests()) {
            for (String verb : request.verbs()) {
                Evaluation decision = provided(may(verb, request.group(), request.on(), ""), way.need());
                add(running, HopKind.RUNS_AS, verb + " " + request.on(), decision);
            }
        }
    }

    /// Ways into the pod that runs: a shell, a further container, another image.
    List<Way> enter(String pod) {
        List<Way> ways = new ArrayList<>();
        ENTRIES.forEach((into, verbs) ->
                verbs.forEach(verb -> add(ways, HopKind.RUNS_AS, verb + " " + into, may(verb, "", into, pod))));
        return ways.stream().limit(1).toList();
    }

    /// Ways to have a pod of one's own run.
    List<Way> run() {
        return running.stream().limit(1).toList();
    }

    /// Ways to be the service account.
    List<Way> become(String account) {
        List<Way> ways = new ArrayList<>();
        add(ways, HopKind.MINTS, "create serviceaccounts/token", may("create", "", "serviceaccounts/token", account));
        add(
                ways,
                HopKind.IMPERSONATES,
                "impersonate serviceaccounts",
                may("impersonate", "", "serviceaccounts", account));
        // a Secret of the token type is filled by the cluster, then read
        add(
                ways,
                HopKind.MINTS,
                "create secrets",
                Decisions.all(List.of(
                        may("create", "", "secrets", ""),
                        Decisions.best(List.of(may("get", "", "secrets", ""), may("list", "", "secrets", ""))))));
        ways.addAll(run());
        ways.addAll(entering.stream().limit(1).toList());
        if (ways.stream().noneMatch(way -> way.decision() instanceof Evaluation.Allowed)) {
            ways.addAll(raising);
        }
        return ways;
    }

    /// Ways to read the secret. A list shows contents as a get does.
    List<Way> read(String secret) {
        List<Way> ways = new ArrayList<>();
        for (String verb : List.of("get", "list", "watch")) {
            add(ways, HopKind.READS, verb + " secrets", may(verb, "", "secrets", verb.equals("get") ? secret : ""));
        }
        if (ways.isEmpty()) {
            List<Way> indirect = running.isEmpty() ? raising : run();
            indirect.forEach(way -> add(ways, HopKind.READS, way.actions(), way.decision()));
        }
        for (String verb : List.of("update", "patch")) {
            add(ways, HopKind.WRITES, verb + " secrets", may(verb, "", "secrets", secret));
        }
        return ways;
    }

    private Evaluation may(String verb, String group, String resource, String name) {
        return roles.may(verb, group, resource, name, namespace);
    }
}
