package dev.curfew.analysis.reach.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Paths;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import org.junit.jupiter.api.Test;

/// <https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/>; the server's
/// `staging/src/k8s.io/apiserver/pkg/endpoints/filters/impersonation` refuses groups without a user.
class ImpersonationTest {
    private static final ResourceId CLUSTER = ResourceId.of("k8s", "cluster");
    private final Estate estate = Estate.of("k8s");
    private final IdentityId app = estate.identity("kubernetes.service-account", "serviceaccount/shop/app");
    private final IdentityId ann = estate.identity("kubernetes.user", "user/ann");
    private final IdentityId ops = estate.identity("kubernetes.group", "group/ops");

    @Test
    void whoImpersonatesUsersIsTheUserWhoIsBoundToClusterAdmin() {
        estate.grant(ann, role("all", "{'verbs':['*'],'apiGroups':['*'],'resources':['*']}"), GrantRole.IDENTITY, "");
        bind("{'verbs':['impersonate'],'apiGroups':[''],'resources':['users'],'resourceNames':['ann']}");

        assertThat(Paths.to(reach(), ann)).isEqualTo("CERTAIN: HOLDS role/r > IMPERSONATES user/ann");
        assertThat(Paths.to(reach(), CLUSTER)).endsWith("IMPERSONATES user/ann > HOLDS role/all > ADMINISTERS cluster");
    }

    @Test
    void aGroupIsImpersonatedTogetherWithAUserOnly() {
        bind("{'verbs':['impersonate'],'apiGroups':[''],'resources':['groups']}");
        assertThat(Paths.to(reach(), ops)).isEqualTo("none");

        estate.grant(
                app,
                role("users", "{'verbs':['impersonate'],'apiGroups':[''],'resources':['users'],'resourceNames':['x']}"),
                GrantRole.IDENTITY,
                "");
        assertThat(Paths.to(reach(), ops)).isEqualTo("CERTAIN: HOLDS role/r > IMPERSONATES group/ops");
    }

    @Test
    void aServiceAccountOfSomeNamespaceWillDo() {
        bind("{'verbs':['impersonate'],'apiGroups':[''],'resources':['groups']}");
        estate.grant(
                app,
                role("accounts", "{'verbs':['impersonate'],'apiGroups':[''],'resources':['serviceaccounts']}"),
                GrantRole.IDENTITY,
                "bank");

        assertThat(Paths.to(reach(), ops)).isEqualTo("CERTAIN: HOLDS role/r > IMPERSONATES group/ops");
    }

    /// The server asks about the service account that such a user is.
    @Test
    void aServiceAccountsUserNameIsNoUser() {
        IdentityId named = estate.identity("kubernetes.user", "user/system:serviceaccount:shop:boss");
        bind("{'verbs':['impersonate'],'apiGroups':[''],'resources':['users']}");

        assertThat(Paths.to(reach(), named)).isEqualTo("none");
    }

    private Reach reach() {
        return new BlastRadius(estate.index()).of(app);
    }

    private void bind(String rule) {
        estate.grant(app, role("r", rule), GrantRole.IDENTITY, "");
    }

    private PolicyId role(String name, String rule) {
        return estate.policy(
                "kubernetes.role",
                "role/" + name,
                "{'kind':'ClusterRole','namespace':'','name':'" + name + "','rules':[" + rule + "]}");
    }
}
