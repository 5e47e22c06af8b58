package dev.curfew.analysis.bench;

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
import dev.curfew.testbed.kubernetes.GoAuthorizer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Kubernetes RBAC decisions a second beside Kubernetes' own authorizer, in Go: the same cases, each with roles and
/// bindings of its own whose objects are built, one thread, one after the other. Ours names everything that allows;
/// theirs stops at the first.
public final class RbacBench {
    private static final int CASES = 2_000;
    private static final int SECONDS = 5;
    private static final int ROUNDS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RbacBench() {}

    public static void main(String[] arguments) throws IOException, PolicySyntaxException {
        List<String> lines = new ArrayList<>();
        for (int seed = 0; seed < CASES; seed++) {
            lines.add(JSON.writeValueAsString(RandomCases.of(seed)));
        }
        List<Question> questions = new ArrayList<>();
        for (String line : lines) {
            questions.add(Question.read(line));
        }
        Path cases = Files.write(Files.createTempFile("curfew-bench", ".jsonl"), lines);
        try {
            GoAuthorizer go = GoAuthorizer.install();
            run(questions, SECONDS);
            for (int round = 1; round <= ROUNDS; round++) {
                JsonNode theirs = JSON.readTree(go.speed(cases, SECONDS));
                Speed ours = run(questions, SECONDS);
                double decisions = theirs.path("decisions").asDouble();
                double clock = decisions / theirs.path("seconds").asDouble();
                double cpu = decisions / theirs.path("cpuSeconds").asDouble();
                System.out.printf(
                        "rbac: round %d: by the clock: Go authorizer %,.0f/s, Curfew %,.0f/s, %.1f times; by processor"
                                + " time of all threads: %,.0f/s, %,.0f/s, %.1f times%n",
                        round,
                        clock,
                        ours.perSecond(),
                        ours.perSecond() / clock,
                        cpu,
                        ours.perCpuSecond(),
                        ours.perCpuSecond() / cpu);
            }
        } finally {
            Files.delete(cases);
        }
    }

    private static Speed run(List<Question> questions, int seconds) {
        long cpu = cpuNanos();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        long decisions = 0;
        long allowed = 0;
        while (System.nanoTime() < end) {
            for (Question question : questions) {
                allowed += question.decide() ? 1 : 0;
                decisions++;
            }
        }
        if (allowed == 0) {
            throw new IllegalStateException("nothing was decided");
        }
        return new Speed(decisions * 1e9 / (System.nanoTime() - start), decisions * 1e9 / (cpuNanos() - cpu));
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private record Speed(double perSecond, double perCpuSecond) {}

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
