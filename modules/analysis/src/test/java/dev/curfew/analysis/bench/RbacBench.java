package dev.curfew.analysis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.kubernetes.RandomCases;
import dev.curfew.analysis.kubernetes.RbacBinding;
import dev.curfew.analysis.kubernetes.RbacCluster;
import dev.curfew.analysis.kubernetes.RbacRequest;
import dev.curfew.analysis.kubernetes.RbacRole;
import dev.curfew.analysis.kubernetes.RbacSubject;
import dev.curfew.analysis.kubernetes.document.ClusterReader;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.kubernetes.GoAuthorizer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kubernetes RBAC decisions a second beside Kubernetes' own authorizer, in Go: the same cases, each with roles and
/// bindings of its own whose objects are built, one thread, one after the other. Ours names everything that allows;
/// theirs stops at the first. Processor time counts, of all threads, so that what else the machine does counts for
/// neither. `mvn -Pbench -pl modules/analysis -am test`
@RealServer
class RbacBench {
    private static final int CASES = 2_000;
    private static final int SECONDS = 5;
    private static final int ROUNDS = 5;

    /// What the product promises: at least as fast.
    private static final double RATIO_MIN = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void curfewIsAtLeastAsFastAsKubernetesOwnAuthorizer() throws IOException, PolicySyntaxException {
        List<String> lines = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (int seed = 0; seed < CASES; seed++) {
            lines.add(JSON.writeValueAsString(RandomCases.of(seed)));
            questions.add(Question.read(lines.getLast()));
        }
        Path cases = Files.write(folder.resolve("cases.jsonl"), lines);
        GoAuthorizer go = GoAuthorizer.install();
        run(questions, SECONDS);
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            JsonNode theirs = JSON.readTree(go.speed(cases, SECONDS));
            double their = theirs.path("decisions").asDouble()
                    / theirs.path("cpuSeconds").asDouble();
            double our = run(questions, SECONDS);
            ratios.add(our / their);
            System.out.printf(
                    "rbac: round %d: Go authorizer %,.0f/s, Curfew %,.0f/s: %.2f times%n",
                    round, their, our, our / their);
        }
        assertThat(ratios.stream().sorted().toList().get(ROUNDS / 2)).isGreaterThan(RATIO_MIN);
    }

    /// @return decisions a second of processor time
    private static double run(List<Question> questions, int seconds) {
        long cpu = cpuNanos();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long decisions = 0;
        long allowed = 0;
        while (System.nanoTime() < end) {
            for (Question question : questions) {
                allowed += question.decide() ? 1 : 0;
                decisions++;
            }
        }
        assertThat(allowed).isPositive();
        return decisions * 1e9 / (cpuNanos() - cpu);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private record Question(
            List<RbacRole> roles, List<RbacBinding> bindings, RbacSubject subject, RbacRequest request) {

        static Question read(String line) throws JsonProcessingException, PolicySyntaxException {
            JsonNode given = JSON.readTree(line);
            Set<String> groups = new HashSet<>();
            given.path("subject").path("groups").forEach(group -> groups.add(group.asText()));
            return new Question(
                    ClusterReader.roles(given.path("roles")),
                    ClusterReader.bindings(given.path("bindings")),
                    new RbacSubject(given.path("subject").path("user").asText(), groups),
                    new RbacRequest(
                            given.path("verb").asText(),
                            given.path("apiGroup").asText(),
                            given.path("resource").asText(),
                            given.path("subresource").asText(),
                            given.path("name").asText(),
                            given.path("namespace").asText(),
                            given.path("nonResourceURL").asText()));
        }

        boolean decide() {
            return new RbacCluster(roles, bindings).decide(subject, request) instanceof Evaluation.Allowed;
        }
    }
}
