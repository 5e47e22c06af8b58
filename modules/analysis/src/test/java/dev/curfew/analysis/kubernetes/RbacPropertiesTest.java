package dev.curfew.analysis.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.kubernetes.document.ClusterReader;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// What holds of all clusters, on seeded random ones; the repetition is the seed.
class RbacPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMESPACES = List.of("a", "b");
    private static final int ASKED = 60;
    private static final int OBJECTS = 8;

    private final List<Map<String, Object>> roles = new ArrayList<>();
    private final List<Map<String, Object>> bindings = new ArrayList<>();

    private RandomCluster random(RepetitionInfo seed) {
        RandomCluster random = new RandomCluster(seed.getCurrentRepetition(), "p-", NAMESPACES);
        for (int i = 0; i < OBJECTS; i++) {
            roles.add(random.clusterRole(i));
            roles.add(random.role(i, NAMESPACES.get(i % 2)));
            bindings.add(random.binding(i, ""));
            bindings.add(random.binding(i, NAMESPACES.get(i % 2)));
        }
        return random;
    }

    @RepeatedTest(100)
    void theOrderOfRolesAndBindingsDoesNotMatter(RepetitionInfo seed) throws PolicySyntaxException {
        RandomCluster random = random(seed);
        RbacCluster one = cluster(roles, bindings);
        Random order = new Random(seed.getCurrentRepetition());
        Collections.shuffle(roles, order);
        Collections.shuffle(bindings, order);
        RbacCluster other = cluster(roles, bindings);

        for (int i = 0; i < ASKED; i++) {
            RbacSubject who = random.who();
            RbacRequest request = random.request();
            assertThat(Set.copyOf(other.decide(who, request).decidedBy()))
                    .as("%s asks %s", who, request)
                    .isEqualTo(Set.copyOf(one.decide(who, request).decidedBy()));
            assertThat(other.allowedSubjects(request)).isEqualTo(one.allowedSubjects(request));
        }
    }

    @RepeatedTest(100)
    void oneMoreBindingNeverTakesAnythingAway(RepetitionInfo seed) throws PolicySyntaxException {
        RandomCluster random = random(seed);
        List<Map<String, Object>> fewer = bindings.subList(0, bindings.size() - 1);
        RbacCluster before = cluster(roles, fewer);
        RbacCluster after = cluster(roles, bindings);

        for (int i = 0; i < ASKED; i++) {
            RbacSubject who = random.who();
            RbacRequest request = random.request();
            assertThat(after.decide(who, request).decidedBy())
                    .as("%s asks %s", who, request)
                    .containsAll(before.decide(who, request).decidedBy());
            assertThat(after.allowedSubjects(request)).containsAll(before.allowedSubjects(request));
        }
    }

    @RepeatedTest(100)
    void whatABindingAndAnotherGiveIsTheUnionOfWhatEachGives(RepetitionInfo seed) throws PolicySyntaxException {
        RandomCluster random = random(seed);
        RbacCluster one = cluster(roles, bindings.subList(0, OBJECTS));
        RbacCluster other = cluster(roles, bindings.subList(OBJECTS, bindings.size()));
        RbacCluster both = cluster(roles, bindings);

        for (int i = 0; i < ASKED; i++) {
            RbacSubject who = random.who();
            RbacRequest request = random.request();
            Set<String> union = new HashSet<>(one.allowedSubjects(request));
            union.addAll(other.allowedSubjects(request));
            assertThat(both.allowedSubjects(request)).isEqualTo(union);
            assertThat(allowed(both, who, request))
                    .isEqualTo(allowed(one, who, request) || allowed(other, who, request));
        }
    }

    private static boolean allowed(RbacCluster cluster, RbacSubject who, RbacRequest request) {
        return cluster.decide(who, request) instanceof Evaluation.Allowed;
    }

    private static RbacCluster cluster(List<Map<String, Object>> roles, List<Map<String, Object>> bindings)
            throws PolicySyntaxException {
        JsonNode roleNodes = JSON.valueToTree(roles);
        return ClusterReader.read(roleNodes, JSON.valueToTree(bindings));
    }
}
