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
        return RuleCatalogue.kubernetes().stream()
                .anyMatch(it -> it.id().equals(row.id()) && it.way().gives().equals("account"));
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
        account("ops", "admin", CLUSTER, List.of("* *.*"));
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
        account("ops", "admin", CLUSTER, List.of("* *.*"));

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
        List<String> texts = rules.stream().map(KubernetesMethodsTest::rule).toList();
        PolicyId role = estate.policy(
                "kubernetes.role",
                "clusterrole/" + name,
                "{'kind':'ClusterRole','namespace':'','name':'" + name + "','rules':[" + String.join(",", texts)
                        + "]}");
        estate.grant(id, role, GrantRole.IDENTITY, binding);
        return id;
    }

    private static String rule(String text) {
        String verb = text.substring(0, text.indexOf(' '));
        String[] resource = text.substring(verb.length() + 1).split("\\.", 2);
        String group = resource.length < 2 ? "" : resource[1];
        return "{'verbs':['" + verb + "'],'apiGroups':['" + group + "'],'resources':['" + resource[0] + "']}";
    }
}
