package dev.curfew.analysis.reach.kubernetes;

import static dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way.add;
import static dev.curfew.analysis.reach.route.Decisions.provided;

import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.kubernetes.HolderRoutes.Asking;
import dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;

/// Ways to control the whole cluster.
///
/// <https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks>
final class ClusterControl {
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String CERTIFICATES = "certificates.k8s.io";

    /// No verb, group or resource has this name, so that only a wildcard matches it.
    private static final String ANY = "~any~";

    private final Asking asking;

    ClusterControl(Asking asking) {
        this.asking = asking;
    }

    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        add(ways, HopKind.ADMINISTERS, "*", may(ANY, ANY, ANY));
        add(
                ways,
                HopKind.ESCALATES,
                "escalate clusterroles",
                all(
                        may("escalate", RBAC, "clusterroles"),
                        either(may("update", RBAC, "clusterroles"), may("patch", RBAC, "clusterroles"))));
        add(
                ways,
                HopKind.ESCALATES,
                "bind clusterroles",
                all(may("bind", RBAC, "clusterroles"), may("create", RBAC, "clusterrolebindings")));
        add(
                ways,
                HopKind.ESCALATES,
                "impersonate groups",
                asking.may("impersonate", "", "groups", "system:masters", ""));
        add(
                ways,
                HopKind.ESCALATES,
                "nodes/proxy",
                provided(
                        either(may("get", "", "nodes/proxy"), may("create", "", "nodes/proxy")),
                        "a pod worth taking over"));
        add(
                ways,
                HopKind.ESCALATES,
                "certificatesigningrequests/approval",
                provided(
                        all(
                                may("create", CERTIFICATES, "certificatesigningrequests"),
                                may("update", CERTIFICATES, "certificatesigningrequests/approval"),
                                asking.may(
                                        "approve", CERTIFICATES, "signers", "kubernetes.io/kube-apiserver-client", "")),
                        "a user name with more rights"));
        for (String webhooks : List.of("mutatingwebhookconfigurations", "validatingwebhookconfigurations")) {
            add(
                    ways,
                    HopKind.ESCALATES,
                    "create " + webhooks,
                    provided(
                            may("create", "admissionregistration.k8s.io", webhooks), "requests that pass the webhook"));
        }
        return ways;
    }

    private Evaluation may(String verb, String group, String resource) {
        return asking.may(verb, group, resource, "", "");
    }

    private static Evaluation all(Evaluation... needed) {
        return Decisions.all(List.of(needed));
    }

    private static Evaluation either(Evaluation one, Evaluation other) {
        return Decisions.best(List.of(one, other));
    }
}
