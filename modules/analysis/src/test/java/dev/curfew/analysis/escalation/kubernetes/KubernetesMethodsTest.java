package dev.curfew.analysis.escalation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.MethodTable;
import dev.curfew.analysis.escalation.MethodTable.Row;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleCatalogue;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every method of the catalogue, in the smallest cluster in which it works, and in one in which it nearly does.
class KubernetesMethodsTest {
    private static final String CLUSTER = "";

    private final Estate estate = Estate.of("k8s");

    static List<Row> all() {
        return MethodTable.rows("kubernetes-methods.txt");
    }

    private static boolean givesAnAccount(Row row) {
        return gives(row).equals("account");
    }

    private static String gives(Row row) {
        return RuleCatalogue.kubernetes().stream()
                .filter(it -> it.id().equals(row.id()))
                .map(it -> it.way().gives())
                .findFirst()
                .orElseThrow();
    }

    /// An administrator of every kind.
    private void administrators() {
        account("ops", "admin", CLUSTER, List.of("* *.*"));
        PolicyId role = role("root", List.of("* *.*"));
        estate.grant(estate.identity("kubernetes.user", "user/alice"), role, GrantRole.IDENTITY, CLUSTER);
        estate.grant(estate.identity("kubernetes.group", "group/sre"), role, GrantRole.IDENTITY, CLUSTER);
        estate.grant(estate.identity("kubernetes.group", "group/system:masters"), role, GrantRole.IDENTITY, CLUSTER);
    }

    /// Those that are certain where their target is.
    static Stream<Row> certainThroughSomebody() {
        return all().stream().filter(row -> givesAnAccount(row) && row.need().isEmpty());
    }

    @Test
    void noMethodIsMissing() {
        assertThat(RuleCatalogue.kubernetes())
                .extracting(Method::id)
                .containsExactlyInAnyOrderElementsOf(all().stream().map(Row::id).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void works(Row row) {
        administrators();
        IdentityId dev = account("ops", "dev", givesAnAccount(row) ? "ops" : CLUSTER, row.works());

        Escalation found = found(dev, row).orElseThrow();

        assertThat(found.certainty()).isEqualTo(row.certainty());
        assertThat(found.needs().toString()).contains(row.need());
        assertThat(found.statements()).isNotEmpty();
        assertThat(found.cutBy()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void doesNotWorkWithLess(Row row) {
        administrators();

        assertThat(found(account("ops", "dev", CLUSTER, row.nearMiss()), row)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("certainThroughSomebody")
    void isPossibleThroughSomebodyOfWhomItIsPossible(Row row) {
        account("ops", "admin", CLUSTER, List.of("* *.*"));
        account("web", "mid", "ops", List.of("create pods/exec"));
        IdentityId dev = account("dev", "dev", "web", row.works());

        Escalation found = found(dev, row).orElseThrow();

        assertThat(found.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(found.needs().toString()).contains("serviceaccount/web/mid");
    }

    private Optional<Escalation> found(IdentityId id, Row row) {
        return KubernetesEscalations.find(estate.index()).stream()
                .filter(it -> it.identity().equals(id) && it.method().equals(row.id()))
                .findFirst();
    }

    private IdentityId account(String namespace, String name, String binding, List<String> rules) {
        IdentityId id = estate.identity("kubernetes.service-account", "serviceaccount/" + namespace + "/" + name);
        estate.grant(id, role(name, rules), GrantRole.IDENTITY, binding);
        return id;
    }

    private PolicyId role(String name, List<String> rules) {
        List<String> texts = rules.stream().map(KubernetesMethodsTest::rule).toList();
        return estate.policy(
                "kubernetes.role",
                "clusterrole/" + name,
                "{'kind':'ClusterRole','namespace':'','name':'" + name + "','rules':[" + String.join(",", texts)
                        + "]}");
    }

    private static String rule(String text) {
        String verb = text.substring(0, text.indexOf(' '));
        String[] resource = text.substring(verb.length() + 1).split("\\.", 2);
        String group = resource.length < 2 ? "" : resource[1];
        return "{'verbs':['" + verb + "'],'apiGroups':['" + group + "'],'resources':['" + resource[0] + "']}";
    }
}
