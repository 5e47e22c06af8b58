package dev.curfew.analysis.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules of <https://kubernetes.io/docs/reference/access-authn-authz/rbac/>.
class RbacEvaluatorTest {
    private static final Evaluation DENIED = new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.IDENTITY));

    @ParameterizedTest(name = "{0} / {1} / {2} asked {3} / {4} / {5}: {6}")
    @CsvSource({
        "get, '', pods, get, '', pods, true",
        "get, '', pods, list, '', pods, false",
        "*, '', pods, escalate, '', pods, true",
        "get, *, pods, get, metrics.k8s.io, pods, true",
        "get, apps, pods, get, '', pods, false",
        // a resource does not include its subresources
        "get, '', pods, get, '', pods/log, false",
        "get, '', pods/log, get, '', pods/log, true",
        "get, '', pods/log, get, '', pods, false",
        "get, '', */log, get, '', pods/log, true",
        "get, '', */log, get, '', pods, false",
        "get, '', *, get, '', pods/log, true",
    })
    void verbsGroupsAndResourcesMatchWholeOrByStar(
            String verb, String group, String resource, String asked, String askedGroup, String on, boolean allowed)
            throws PolicySyntaxException {
        BoundRole role = bound("", rule(verb, group, resource, ""));

        Evaluation decision = RbacEvaluator.evaluate(List.of(role), RbacRequest.of(asked, askedGroup, on, "n", "ns"));

        assertThat(decision instanceof Evaluation.Allowed).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "get, db, true",
        "get, other, false",
        "list, '', false",
        "create, db, false",
        "deletecollection, db, false"
    })
    void aNamedRuleHoldsOnlyWhereTheServerKnowsTheName(String verb, String name, boolean allowed)
            throws PolicySyntaxException {
        BoundRole role = bound("", rule("*", "", "secrets", "\"db\""));

        Evaluation decision = RbacEvaluator.evaluate(List.of(role), RbacRequest.of(verb, "", "secrets", name, "ns"));

        assertThat(decision instanceof Evaluation.Allowed).isEqualTo(allowed);
    }

    @Test
    void aRoleBindingToAClusterRoleHoldsInItsNamespaceOnly() throws PolicySyntaxException {
        BoundRole role = bound("blue", rule("get", "", "secrets", ""));

        assertThat(RbacEvaluator.evaluate(List.of(role), RbacRequest.of("get", "", "secrets", "x", "blue")))
                .isEqualTo(new Evaluation.Allowed(List.of(new DecidingStatement("reader", 0, "binding"))));
        assertThat(RbacEvaluator.evaluate(List.of(role), RbacRequest.of("get", "", "secrets", "x", "red")))
                .isEqualTo(DENIED);
        assertThat(RbacEvaluator.evaluate(List.of(role), RbacRequest.of("get", "", "secrets", "x", "")))
                .isEqualTo(DENIED);
    }

    @ParameterizedTest(name = "{0} asked {1}: {2}")
    @CsvSource({
        "/healthz, /healthz, true",
        "/healthz/*, /healthz/etcd, true",
        "/healthz, /healthz/etcd, false",
        "*, /x, true"
    })
    void aUrlMatchesWholeOrByATrailingStar(String rule, String url, boolean allowed) throws PolicySyntaxException {
        BoundRole role = bound("", "{\"verbs\":[\"get\"],\"nonResourceURLs\":[\"" + rule + "\"]}");

        Evaluation decision = RbacEvaluator.evaluate(List.of(role), new RbacRequest("get", "", "", "", "", "", url));

        assertThat(decision instanceof Evaluation.Allowed).isEqualTo(allowed);
    }

    @Test
    void aStarAsUserIsAUserOfThatName() {
        RbacSubject account = RbacSubject.serviceAccount("ns", "app");

        assertThat(account.is("User", "", "*")).isFalse();
        assertThat(account.is("User", "", "system:serviceaccount:ns:app")).isTrue();
        assertThat(account.is("ServiceAccount", "ns", "app")).isTrue();
        assertThat(account.is("ServiceAccount", "other", "app")).isFalse();
        assertThat(account.is("Group", "", "system:serviceaccounts:ns")).isTrue();
        assertThat(account.is("Group", "", "system:authenticated")).isTrue();
    }

    @Test
    void mastersAreAskedNothing() {
        RbacSubject master = new RbacSubject("root", Set.of("system:masters"));

        assertThat(RbacEvaluator.evaluate(master, List.of(), RbacRequest.of("delete", "", "nodes", "n", "")))
                .isEqualTo(new Evaluation.Allowed(List.of(DecidingStatement.given("system:masters", "group"))));
    }

    @Test
    void aMalformedRuleIsRefusedWithItsPath() {
        assertThatThrownBy(() -> RbacRole.parse("{\"rules\":[{\"verbs\":\"get\"}]}"))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessage("$.rules[0].verbs: a list is expected");
    }

    private static String rule(String verb, String group, String resource, String quotedNames) {
        return "{\"verbs\":[\"%s\"],\"apiGroups\":[\"%s\"],\"resources\":[\"%s\"],\"resourceNames\":[%s]}"
                .formatted(verb, group, resource, quotedNames);
    }

    private static BoundRole bound(String namespace, String rule) throws PolicySyntaxException {
        return new BoundRole("binding", namespace, RbacRole.parse("{\"name\":\"reader\",\"rules\":[" + rule + "]}"));
    }
}
