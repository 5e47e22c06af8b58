package dev.curfew.analysis.reach.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Paths;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.ResourceId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A pod with its node in hand has the tokens of the pods that run there.
///
/// <https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation>,
/// <https://kubernetes.io/docs/concepts/security/pod-security-standards/>
class NodeAccessTest {
    private final Estate estate = Estate.of("k8s");
    private final IdentityId dev = estate.identity("kubernetes.service-account", "serviceaccount/shop/dev");
    private final IdentityId boss = estate.identity("kubernetes.service-account", "serviceaccount/bank/boss");
    private final IdentityId idle = estate.identity("kubernetes.service-account", "serviceaccount/bank/idle");

    @ParameterizedTest(name = "the namespace enforces {0}")
    @CsvSource({"privileged, CONDITIONAL", "'', CONDITIONAL", "baseline, none", "restricted, none"})
    void whoMakesPodsMayReachThoseOfOtherNamespacesUnlessTheNamespaceRefusesIt(String enforced, String certainty) {
        pod("pods/bank/web", "bank/boss", "n1", "");
        estate.resource(
                "kubernetes.namespace",
                "namespace/shop",
                Sensitivity.UNKNOWN,
                Map.of("pod-security.kubernetes.io/enforce", enforced));
        bind();

        assertThat(Paths.to(reach(dev), boss)).startsWith(certainty);
        assertThat(Paths.to(reach(dev), idle)).isEqualTo("none");
    }

    @ParameterizedTest(name = "{0} beside it on {1}")
    @CsvSource({
        "privileged, n1, CONDITIONAL: RUNS_AS serviceaccount/bank/boss",
        "'hostPID,hostNetwork', n1, CONDITIONAL: RUNS_AS serviceaccount/bank/boss",
        "hostPath, n2, none",
        "hostNetwork, n1, none",
        "'', n1, none"
    })
    void aPodThatHasItsNodeMayHaveWhatRunsBesideIt(String access, String node, String path) {
        pod("pods/bank/web", "bank/boss", "n1", "");
        ResourceId agent = pod("pods/shop/agent", "shop/dev", node, access);

        assertThat(Paths.to(reach(agent), boss)).isEqualTo(path);
        assertThat(Paths.to(reach(agent), dev)).startsWith("CERTAIN");
    }

    private ResourceId pod(String id, String account, String node, String access) {
        return estate.resource(
                "kubernetes.pod",
                id,
                Sensitivity.UNKNOWN,
                Map.of("service-account", account, "node", node, "node-access", access));
    }

    private Reach reach(EntityId from) {
        return new BlastRadius(estate.index()).of(from);
    }

    private void bind() {
        estate.grant(
                dev,
                estate.policy(
                        "kubernetes.role",
                        "role/shop/r",
                        "{'kind':'Role','namespace':'shop','name':'r','rules':[{'verbs':['create'],'apiGroups':[''],'resources':['pods']}]}"),
                GrantRole.IDENTITY,
                "shop");
    }
}
