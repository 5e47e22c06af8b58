package dev.curfew.analysis.reach.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Paths;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadsTest {
    private final Estate estate = Estate.of("k8s");
    private final IdentityId dev = estate.identity("kubernetes.service-account", "serviceaccount/shop/dev/1-uid");
    private final IdentityId boss = estate.identity("kubernetes.service-account", "serviceaccount/shop/boss/2-uid");
    private final IdentityId idle = estate.identity("kubernetes.service-account", "serviceaccount/shop/idle/3-uid");
    private final ResourceId secret = estate.resource("kubernetes.secret", "secrets/shop/db", Sensitivity.HIGH);
    private final CredentialId token =
            estate.credential("kubernetes.token-secret", "secret/shop/boss-token/4-uid", boss, new Expiry.Never());
    private final ResourceId pod = estate.resource(
            "kubernetes.pod",
            "pods/shop/web",
            Sensitivity.UNKNOWN,
            Map.of("service-account", "shop/boss", "secrets", "db,boss-token,gone"));

    @Test
    void whoRunsCodeInAPodIsWhomItRunsAsAndHasWhatItMounts() {
        bind("create", "pods/exec", "");

        assertThat(Paths.to(reach(dev), boss))
                .isEqualTo(
                        "CERTAIN: HOLDS role/shop/r > RUNS_AS pods/shop/web > RUNS_AS serviceaccount/shop/boss/2-uid");
        assertThat(Paths.to(reach(dev), secret)).endsWith("RUNS_AS pods/shop/web > READS secrets/shop/db");
        assertThat(Paths.to(reach(dev), token)).endsWith("RUNS_AS pods/shop/web > READS secret/shop/boss-token/4-uid");
        assertThat(Paths.to(reach(dev), idle)).startsWith("CONDITIONAL");
    }

    @Test
    void aRuleForOnePodOpensNoOther() {
        bind("create", "pods/exec", ",'resourceNames':['other']");

        assertThat(Paths.to(reach(dev), pod)).isEqualTo("none");
        assertThat(Paths.to(reach(dev), boss)).isEqualTo("none");
    }

    @Test
    void aTakenOverPodIsAStart() {
        Reach reach = reach(pod);

        assertThat(Paths.to(reach, boss)).isEqualTo("CERTAIN: RUNS_AS serviceaccount/shop/boss/2-uid");
        assertThat(Paths.to(reach, secret)).isEqualTo("CERTAIN: READS secrets/shop/db");
    }

    @Test
    void whoSeesAPodIsNotInIt() {
        bind("get", "pods", "");

        assertThat(Paths.to(reach(dev), boss)).isEqualTo("none");
    }

    /// Its Secret is filled by the cluster: writing over it shows nothing.
    @Test
    void whoOnlyWritesSecretsReadsNoToken() {
        bind("update", "secrets", "");

        assertThat(Paths.to(reach(dev), secret)).endsWith("WRITES secrets/shop/db");
        assertThat(Paths.to(reach(dev), token)).isEqualTo("none");
    }

    /// Names are found whether or not a uid stands behind them.
    @Test
    void anAccountIsImpersonatedByName() {
        bind("impersonate", "serviceaccounts", ",'resourceNames':['boss']");

        assertThat(Paths.to(reach(dev), boss)).startsWith("CERTAIN");
        assertThat(Paths.to(reach(dev), idle)).isEqualTo("none");
    }

    private void bind(String verb, String resource, String more) {
        PolicyId role = estate.policy(
                "kubernetes.role",
                "role/shop/r",
                "{'kind':'Role','namespace':'shop','name':'r','rules':[{'verbs':['%s'],'apiGroups':[''],'resources':['%s']%s}]}"
                        .formatted(verb, resource, more));
        estate.grant(dev, role, GrantRole.IDENTITY, "shop");
    }

    private Reach reach(EntityId from) {
        return new BlastRadius(estate.index()).of(from);
    }
}
