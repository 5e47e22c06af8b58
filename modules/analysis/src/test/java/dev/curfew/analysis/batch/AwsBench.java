package dev.curfew.analysis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.curfew.analysis.aws.AwsEvaluator;
import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.oracle.Cases;
import dev.curfew.analysis.json.JsonText;
import dev.curfew.testbed.iamsimulate.IamSimulate;
import dev.curfew.testbed.iamsimulate.WithIamSimulate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decisions a second of processor time, of the whole process, on one thread; beside iam-simulate over the same cases
/// in the same run: rounds of both in turn, and the median of the rounds' ratios. Processor time, so that what else
/// the machine does counts for neither. `mvn -Pbench -pl modules/analysis -am test`
@WithIamSimulate
class AwsBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int CASES = 2_000;
    private static final int ROUNDS = 3;
    private static final Duration WARM = Duration.ofSeconds(15);
    private static final Duration ROUND = Duration.ofSeconds(2);

    /// What the product promises.
    private static final double COMPILED_RATIO_MIN = 100;

    private static final double PARSED_RATIO_MIN = 20;

    private record Ready(AwsRequest request, AwsPolicies policies) {}

    @FunctionalInterface
    private interface Work<T> {
        Object of(T item) throws CaseException, IOException;
    }

    /// Keeps the compiler from leaving the work out.
    private Object kept = "";

    @Test
    void curfewIsManyTimesFasterThanIamSimulate(@TempDir Path folder) throws IOException, CaseException {
        List<ObjectNode> cases =
                LongStream.rangeClosed(1, CASES).mapToObj(Cases::draw).toList();
        List<byte[]> lines = cases.stream()
                .map(it -> it.toString().getBytes(StandardCharsets.UTF_8))
                .toList();
        Path file = Files.write(
                folder.resolve("cases.jsonl"),
                cases.stream().map(JsonNode::toString).toList());
        List<Ready> ready = new ArrayList<>();
        for (ObjectNode each : cases) {
            CaseObject given = CaseObject.of(JsonText.of(each));
            ready.add(new Ready(AwsCases.request(given.object("request")), AwsCases.policies(given)));
        }
        AwsCases evaluator = new AwsCases();
        Work<Ready> compiled = it -> AwsEvaluator.evaluate(it.request(), it.policies());
        Work<byte[]> parsed = line -> evaluator.evaluate(JsonText.of(line).orElseThrow());
        perSecond(ready, WARM, compiled);
        perSecond(lines, WARM, parsed);

        double[] compiledRatios = new double[ROUNDS];
        double[] parsedRatios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double ours = perSecond(ready, ROUND, compiled);
            double oursParsed = perSecond(lines, ROUND, parsed);
            JsonNode theirs = JSON.readTree(IamSimulate.decisionsPerSecond(file, (double) ROUND.toSeconds()));
            compiledRatios[round] = ours / theirs.path("compiled").asDouble();
            parsedRatios[round] = oursParsed / theirs.path("parsed").asDouble();
            System.out.printf(
                    "round %d: compiled %,.0f to %,.0f a second, %.0f times; parsed %,.0f to %,.0f, %.0f times%n",
                    round + 1,
                    ours,
                    theirs.path("compiled").asDouble(),
                    compiledRatios[round],
                    oursParsed,
                    theirs.path("parsed").asDouble(),
                    parsedRatios[round]);
        }
        double compiledRatio = median(compiledRatios);
        double parsedRatio = median(parsedRatios);
        System.out.printf(
                "median: compiled %.0f times, parsed %.0f times; last %s%n", compiledRatio, parsedRatio, kept);

        assertThat(compiledRatio).isGreaterThanOrEqualTo(COMPILED_RATIO_MIN);
        assertThat(parsedRatio).isGreaterThanOrEqualTo(PARSED_RATIO_MIN);
    }

    private <T> double perSecond(List<T> items, Duration time, Work<T> work) throws CaseException, IOException {
        long start = PROCESS.getProcessCpuTime();
        long done = 0;
        while (PROCESS.getProcessCpuTime() - start < time.toNanos()) {
            for (T item : items) {
                kept = work.of(item);
            }
            done += items.size();
        }
        return done * 1e9 / (PROCESS.getProcessCpuTime() - start);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
