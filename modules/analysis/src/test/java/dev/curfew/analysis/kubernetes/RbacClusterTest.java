package dev.curfew.analysis.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.kubernetes.document.ClusterReader;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Edge cases of <https://kubernetes.io/docs/reference/access-authn-authz/rbac/>; where that page is silent, the
/// sections that say so in the code of Kubernetes 1.36 (`plugin/pkg/auth/authorizer/rbac`,
/// `pkg/registry/rbac/validation`, `pkg/controller/clusterroleaggregation`). The first are asked of a real server too:
/// `ApiServerConformanceTest`.
class RbacClusterTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READER = "{'kind':'ClusterRole','name':'reader','rules':["
            + "{'verbs':['get'],'apiGroups':[''],'resources':['pods']}]}";
    private static final RbacSubject ANN = new RbacSubject("ann", Set.of());
    private static final RbacSubject APP = RbacSubject.serviceAccount("blue", "app");

    /// "RoleBinding and ClusterRoleBinding": a RoleBinding may reference a ClusterRole and binds it to its namespace.
    @Test
    void aRoleBindingToAClusterRoleHoldsInItsNamespaceAndNotForTheCluster() throws Exception {
        RbacCluster cluster =
                cluster(READER, binding("blue", "b", "ClusterRole", "reader", "{'kind':'User','name':'ann'}"));

        assertThat(allowed(cluster, ANN, get("blue"))).isTrue();
        assertThat(allowed(cluster, ANN, get("red"))).isFalse();
        assertThat(allowed(cluster, ANN, get(""))).isFalse();
    }

    /// `appliesToUser`: "default the namespace to namespace we're working in".
    @Test
    void aServiceAccountWithoutANamespaceIsTheBindingsAndNobodyInAClusterRoleBinding() throws Exception {
        String account = "{'kind':'ServiceAccount','name':'app'}";
        RbacCluster inBlue = cluster(READER, binding("blue", "b", "ClusterRole", "reader", account));
        RbacCluster everywhere = cluster(READER, binding("", "b", "ClusterRole", "reader", account));

        assertThat(allowed(inBlue, APP, get("blue"))).isTrue();
        assertThat(inBlue.allowedSubjects(get("blue")))
                .containsExactly("Group:system:masters", "ServiceAccount:blue:app");
        assertThat(allowed(everywhere, APP, get("blue"))).isFalse();
        assertThat(everywhere.allowedSubjects(get("blue"))).containsExactly("Group:system:masters");
    }

    /// `VisitRulesFor` goes on after a role that is not there.
    @Test
    void aBindingToARoleThatIsNotThereGivesNothingAndSpoilsNothing() throws Exception {
        String ann = "{'kind':'User','name':'ann'}";
        RbacCluster cluster = cluster(
                READER,
                binding("", "broken", "ClusterRole", "gone", ann)
                        + "," + binding("blue", "other-kind", "Group", "reader", ann)
                        + "," + binding("", "role-for-all", "Role", "reader", ann)
                        + "," + binding("", "good", "ClusterRole", "reader", ann));

        assertThat(cluster.decide(ANN, get("blue")))
                .isEqualTo(new Evaluation.Allowed(List.of(new DecidingStatement("reader", 0, "good"))));
        assertThat(allowed(cluster(READER, binding("", "broken", "ClusterRole", "gone", ann)), ANN, get("blue")))
                .isFalse();
    }

    @Test
    void aRoleOfAnotherNamespaceIsAnotherRole() throws Exception {
        String roles = "{'kind':'Role','namespace':'red','name':'reader','rules':[{'verbs':['get'],'apiGroups':['']"
                + ",'resources':['pods']}]}";
        RbacCluster cluster = cluster(roles, binding("blue", "b", "Role", "reader", "{'kind':'User','name':'ann'}"));

        assertThat(allowed(cluster, ANN, get("blue"))).isFalse();
    }

    /// "Referring to resources", and `ResourceMatches`: only a lone star and `*/subresource` are wildcards.
    @ParameterizedTest(name = "{0} on {1}/{2}: {3}")
    @CsvSource({
        "pods, pods, '', true",
        "pods, pods, log, false",
        "pods/log, pods, log, true",
        "pods/*, pods, log, false",
        "pods/*, pods, *, true",
        "*/log, pods, log, true",
        "*/log, pods, '', false",
        "*/*, pods, log, false",
        "*/*, pods, *, true",
        "*, pods, log, true",
        "*/scale, deployments, scale, true",
        "pods/log, pods/log, '', true",
        "*/log, pods/log, '', false",
        "Pods, pods, '', false",
    })
    void onlyALoneStarAndAStarBeforeASubresourceAreWildcards(
            String rule, String resource, String subresource, boolean allowed) throws Exception {
        RbacCluster cluster = forAnn("{'verbs':['get'],'apiGroups':[''],'resources':['" + rule + "']}");

        assertThat(allowed(cluster, ANN, new RbacRequest("get", "", resource, subresource, "", "blue", "")))
                .isEqualTo(allowed);
    }

    /// "Referring to resources": names cannot restrict create and deletecollection, for the server does not know them
    /// then; it knows that of a list only from a field selector. A SubjectAccessReview that gives a name has one.
    @Test
    void aNameCountsWhereTheServerKnowsIt() throws Exception {
        RbacCluster cluster = forAnn("{'verbs':['*'],'apiGroups':[''],'resources':['secrets'],'resourceNames':['db']}");

        assertThat(allowed(cluster, ANN, RbacRequest.of("get", "", "secrets", "db", "blue")))
                .isTrue();
        assertThat(allowed(cluster, ANN, RbacRequest.of("create", "", "secrets", "db", "blue")))
                .isFalse();
        assertThat(allowed(cluster, ANN, RbacRequest.of("deletecollection", "", "secrets", "db", "blue")))
                .isFalse();
        assertThat(allowed(cluster, ANN, RbacRequest.of("create", "", "secrets/token", "db", "blue")))
                .isFalse();
        assertThat(allowed(cluster, ANN, RbacRequest.of("list", "", "secrets", "", "blue")))
                .isFalse();
        assertThat(allowed(cluster, ANN, RbacRequest.of("list", "", "secrets", "db", "blue")))
                .isTrue();
        assertThat(allowed(cluster, ANN, new RbacRequest("create", "", "secrets", "", "db", "blue", "")))
                .isTrue();
    }

    /// "ClusterRole example": URLs end in a star or are meant whole. `NonResourceURLMatches` drops all stars at the
    /// end.
    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "/metrics, /metrics, true",
        "/metrics, /metrics/a, false",
        "/metrics/*, /metrics/a/b, true",
        "/metrics/*, /metrics, false",
        "/metrics*, /metricsx, true",
        "/logs/**, /logs/a, true",
        "/a*b, /axb, false",
        "*, /anything, true",
    })
    void aUrlIsMeantWholeOrUpToTheStarsAtItsEnd(String rule, String url, boolean allowed) throws Exception {
        RbacCluster cluster = forAnn("{'verbs':['get'],'nonResourceURLs':['" + rule + "']}");

        assertThat(allowed(cluster, ANN, new RbacRequest("get", "", "", "", "", "", url)))
                .isEqualTo(allowed);
    }

    @Test
    void aUrlIsOfTheClusterSoThatNoRoleBindingGivesIt() throws Exception {
        String role = "{'kind':'ClusterRole','name':'urls','rules':[{'verbs':['get'],'nonResourceURLs':['*']}]}";
        RbacCluster cluster =
                cluster(role, binding("blue", "b", "ClusterRole", "urls", "{'kind':'User','name':'ann'}"));

        assertThat(allowed(cluster, ANN, new RbacRequest("get", "", "", "", "", "blue", "/metrics")))
                .isFalse();
    }

    /// "Default roles and role bindings", "Referring to subjects".
    @ParameterizedTest(name = "{0} is in {1}")
    @CsvSource({
        "ann, system:authenticated",
        "system:serviceaccount:blue:app, system:serviceaccounts",
        "system:serviceaccount:blue:app, system:serviceaccounts:blue",
        "system:serviceaccount:blue:app, system:authenticated",
        "system:anonymous, system:unauthenticated",
    })
    void theServerPutsWhoeverLogsInIntoGroups(String user, String group) throws Exception {
        RbacCluster cluster =
                cluster(READER, binding("", "b", "ClusterRole", "reader", "{'kind':'Group','name':'" + group + "'}"));

        assertThat(allowed(cluster, RbacSubject.named(user), get("blue"))).isTrue();
        assertThat(allowed(cluster, new RbacSubject(user, Set.of()), get("blue")))
                .isFalse();
    }

    /// There are no wildcards among subjects.
    @Test
    void aUserOrGroupNamedStarIsThatOneAlone() throws Exception {
        RbacCluster cluster = cluster(
                READER,
                binding("", "b", "ClusterRole", "reader", "{'kind':'User','name':'*'},{'kind':'Group','name':'*'}"));

        assertThat(allowed(cluster, RbacSubject.named("ann"), get("blue"))).isFalse();
        assertThat(allowed(cluster, new RbacSubject("*", Set.of()), get("blue")))
                .isTrue();
    }

    /// "Privilege escalation prevention and bootstrapping": these are verbs like others, on roles, users and groups.
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "escalate, rbac.authorization.k8s.io, clusterroles, admin",
        "bind, rbac.authorization.k8s.io, roles, edit",
        "impersonate, '', users, root",
        "impersonate, '', groups, system:masters",
        "impersonate, '', serviceaccounts, builder",
        "impersonate, authentication.k8s.io, userextras/scopes, view",
    })
    void escalateBindAndImpersonateAreVerbsThatNamesRestrict(String verb, String group, String resource, String name)
            throws Exception {
        RbacCluster cluster = forAnn("{'verbs':['%s'],'apiGroups':['%s'],'resources':['%s'],'resourceNames':['%s']}"
                .formatted(verb, group, resource, name));

        assertThat(allowed(cluster, ANN, RbacRequest.of(verb, group, resource, name, "blue")))
                .isTrue();
        assertThat(allowed(cluster, ANN, RbacRequest.of(verb, group, resource, "other", "blue")))
                .isFalse();
        assertThat(allowed(cluster, ANN, RbacRequest.of("update", group, resource, name, "blue")))
                .isFalse();
    }

    /// The server's authorizer for privileged groups comes before RBAC, with or without bindings.
    @Test
    void mastersAreAllowedEverythingAndTheirBindingsAreNamedWhereTheyHaveSome() throws Exception {
        RbacSubject master = new RbacSubject("root", Set.of("system:masters"));
        RbacCluster cluster =
                cluster(READER, binding("", "b", "ClusterRole", "reader", "{'kind':'Group','name':'system:masters'}"));

        assertThat(cluster.decide(master, get("blue")))
                .isEqualTo(new Evaluation.Allowed(List.of(new DecidingStatement("reader", 0, "b"))));
        assertThat(cluster.decide(master, RbacRequest.of("delete", "", "nodes", "n", "")))
                .isEqualTo(
                        new Evaluation.Allowed(List.of(DecidingStatement.given("system:masters", "system:masters"))));
    }

    @Test
    void everyRuleOfEveryRoleOfEveryBindingThatAllowsIsNamed() throws Exception {
        String roles = READER + ",{'kind':'Role','namespace':'blue','name':'all','rules':[{'verbs':['list'],"
                + "'apiGroups':['*'],'resources':['*']},{'verbs':['*'],'apiGroups':['*'],'resources':['*']}]}";
        String ann = "{'kind':'User','name':'ann'}";
        RbacCluster cluster = cluster(
                roles,
                binding("", "b1", "ClusterRole", "reader", ann) + "," + binding("blue", "b2", "Role", "all", ann));

        assertThat(cluster.decide(ANN, get("blue")))
                .isEqualTo(new Evaluation.Allowed(
                        List.of(new DecidingStatement("reader", 0, "b1"), new DecidingStatement("all", 1, "b2"))));
    }

    /// "Aggregated ClusterRoles": the control plane overwrites their rules with those of what they select.
    @Test
    void anAggregatedRoleHasTheRulesOfWhatItSelectsThroughOtherAggregatedOnesToo() throws Exception {
        String roles = """
            {'kind':'ClusterRole','name':'top','rules':[{'verbs':['stale'],'apiGroups':[''],'resources':['pods']}],
             'aggregationRule':{'clusterRoleSelectors':[{'matchLabels':{'to':'top'}}]}},
            {'kind':'ClusterRole','name':'middle','labels':{'to':'top'},'rules':[],
             'aggregationRule':{'clusterRoleSelectors':[{'matchExpressions':[{'key':'tier','operator':'In','values':['1','2']}]}]}},
            {'kind':'ClusterRole','metadata':{'name':'leaf','labels':{'tier':'1'}},
             'rules':[{'verbs':['get'],'apiGroups':[''],'resources':['pods']}]}
            """;
        RbacCluster cluster = cluster(roles, binding("", "b", "ClusterRole", "top", "{'kind':'User','name':'ann'}"));

        assertThat(allowed(cluster, ANN, get("blue"))).isTrue();
        assertThat(allowed(cluster, ANN, RbacRequest.of("stale", "", "pods", "x", "blue")))
                .isFalse();
    }

    @Test
    void anAggregatedRoleKeepsItsRulesWhereNothingHasLabelsToSelectBy() throws Exception {
        String role = "{'kind':'ClusterRole','name':'top','rules':[{'verbs':['get'],'apiGroups':[''],"
                + "'resources':['pods']}],'aggregationRule':{'clusterRoleSelectors':[{'matchLabels':{'a':'b'}}]}}";
        RbacCluster cluster = cluster(role, binding("", "b", "ClusterRole", "top", "{'kind':'User','name':'ann'}"));

        assertThat(allowed(cluster, ANN, get("blue"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "{'kind':'Policy','name':'x'}",
                "{'kind':'Role','name':'x'}",
                "{'name':'x','rules':{}}",
                "{'name':'x','rules':[{'verbs':[3]}]}",
                "{'name':'x','rules':['get']}",
                "{'name':'x','aggregationRule':{'clusterRoleSelectors':[{'matchExpressions':[{'operator':'Near'}]}]}}",
            })
    void whatIsNoRoleIsRefusedWithItsPlace(String role) {
        assertThatThrownBy(() -> cluster(role, ""))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageStartingWith("$.roles[0]");
    }

    private static RbacCluster forAnn(String rule) throws Exception {
        return cluster(
                "{'kind':'ClusterRole','name':'r','rules':[" + rule + "]}",
                binding("", "b", "ClusterRole", "r", "{'kind':'User','name':'ann'}"));
    }

    private static String binding(String namespace, String name, String kind, String role, String subjects) {
        return "{'kind':'%s','namespace':'%s','name':'%s','roleRef':{'kind':'%s','name':'%s'},'subjects':[%s]}"
                .formatted(
                        namespace.isEmpty() ? "ClusterRoleBinding" : "RoleBinding",
                        namespace,
                        name,
                        kind,
                        role,
                        subjects);
    }

    private static RbacCluster cluster(String roles, String bindings)
            throws JsonProcessingException, PolicySyntaxException {
        return ClusterReader.read(
                JSON.readTree("[" + roles.replace('\'', '"') + "]"),
                JSON.readTree("[" + bindings.replace('\'', '"') + "]"));
    }

    private static RbacRequest get(String namespace) {
        return RbacRequest.of("get", "", "pods", "x", namespace);
    }

    private static boolean allowed(RbacCluster cluster, RbacSubject who, RbacRequest request) {
        return cluster.decide(who, request) instanceof Evaluation.Allowed;
    }
}
