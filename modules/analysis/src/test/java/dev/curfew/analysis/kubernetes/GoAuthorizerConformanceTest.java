package dev.curfew.analysis.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.batch.KubernetesCases;
import dev.curfew.analysis.json.JsonText;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.kubernetes.GoAuthorizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The batch answers what Kubernetes' own authorizer does with the same objects, and lists the same subjects as it.
@RealServer
class GoAuthorizerConformanceTest {
    private static final int SEEDS = Integer.getInteger("curfew.conformance.kubernetes.cases", 10_000);
    private static final int FIRST_SEED = Integer.getInteger("curfew.conformance.kubernetes.first", 0);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void allowedAndAllowedSubjectsAreThoseOfTheAuthorizer() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            lines.add(JSON.writeValueAsString(RandomCases.of(seed)));
        }
        Path cases = Files.write(folder.resolve("cases.jsonl"), lines);

        List<String> theirs = GoAuthorizer.install().answers(cases);

        assertThat(theirs).hasSameSizeAs(lines);
        KubernetesCases ours = new KubernetesCases();
        int allowed = 0;
        for (int i = 0; i < SEEDS; i++) {
            ObjectNode given = (ObjectNode) JSON.readTree(lines.get(i));
            JsonNode answer = ours.evaluate(JsonText.of(given));
            JsonNode expected = JSON.readTree(theirs.get(i));
            boolean master = texts(given.path("subject").path("groups")).contains("system:masters");
            assertThat(Map.of(
                            "allowed",
                            answer.path("allowed").asBoolean(),
                            "subjects",
                            texts(answer.path("allowedSubjects"))))
                    .as(lines.get(i))
                    .isEqualTo(Map.of(
                            "allowed",
                            master || expected.path("allowed").asBoolean(),
                            "subjects",
                            texts(expected.path("subjects"))));
            allowed += answer.path("allowed").asBoolean() ? 1 : 0;
        }
        System.out.println("Kubernetes' authorizer: " + SEEDS + " cases compared, " + allowed + " allowed");
        assertThat(allowed).isBetween(SEEDS / 20, SEEDS * 19 / 20);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
