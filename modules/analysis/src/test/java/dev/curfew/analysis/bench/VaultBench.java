package dev.curfew.analysis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Capabilities a second beside OpenBao's own code. That cannot be called from outside (it is an internal package of a
/// module that the Go proxy does not have), so a real server is asked for the capabilities of thousands of paths in one
/// request, and of one path in another, the difference of which is what its code takes: for each path it looks up the
/// token, puts the ACL together from the parsed policies it keeps, and asks it. Ours does the latter two.
/// `mvn -Pbench -pl modules/analysis -am test`
@WithOpenBao
class VaultBench {
    private static final int POLICIES = 5;
    private static final int RULES = 20;
    private static final int ROUNDS = 5;

    /// The server refuses a request with more than some thousand strings.
    private static final int PATHS = 800;

    /// A round asks for all paths this often.
    private static final int TIMES = 10;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<String> SEGMENTS =
            List.of("secret", "data", "team", "app", "prod", "dev", "db", "creds", "admin", "ci");

    /// What the product promises: at least as fast.
    private static final double RATIO_MIN = 1;

    @Test
    void curfewIsAtLeastAsFastAsOpenBaosOwnCode(OpenBao server) throws PolicySyntaxException {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < POLICIES; i++) {
            texts.add(policy(random));
        }
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < PATHS; i++) {
            paths.add(path(random, 4) + "/" + i);
        }
        List<VaultPolicy> parsed = new ArrayList<>();
        for (String text : texts) {
            parsed.add(VaultPolicy.parse("bench" + parsed.size(), text));
        }
        List<Double> ratios = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            names.add("bench" + names.size());
            server.policy(names.getLast(), text);
        }
        String token = server.write("auth/token/create", Map.of("policies", names, "no_default_policy", true))
                .text("/auth/client_token");
        for (int round = 0; round <= ROUNDS; round++) {
            double one = seconds(() -> ask(server, token, paths.subList(0, 1)));
            double all = seconds(() -> ask(server, token, paths));
            double built = seconds(() -> paths.forEach(path -> new VaultAcl(parsed, null, NOW).capabilities(path)));
            VaultAcl acl = new VaultAcl(parsed, null, NOW);
            double kept = seconds(() -> paths.forEach(acl::capabilities));
            // the first round warms up
            if (round > 0) {
                double theirs = (PATHS - 1) / (all - one);
                ratios.add(PATHS / built / theirs);
                System.out.printf(
                        "vault: round %d: OpenBao %,.0f/s, Curfew %,.0f/s: %.1f times; with one ACL kept %,.0f/s%n",
                        round, theirs, PATHS / built, PATHS / built / theirs, PATHS / kept);
            }
        }
        assertThat(ratios.stream().sorted().toList().get(ROUNDS / 2)).isGreaterThan(RATIO_MIN);
    }

    private static void ask(OpenBao server, String token, List<String> paths) {
        Answer answer = server.write("sys/capabilities", Map.of("token", token, "paths", paths));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            work.run();
        }
        return (System.nanoTime() - start) / 1e9 / TIMES;
    }

    private static String policy(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RULES; i++) {
            String path = path(random, 2 + random.nextInt(3));
            String pattern = switch (random.nextInt(3)) {
                case 0 -> path + "/*";
                case 1 -> path.replaceFirst("/[a-z]+", "/+") + "/*";
                default -> path;
            };
            text.append("path \"%s\" { capabilities = [\"read\", \"list\"] }%n".formatted(pattern));
        }
        return text.toString();
    }

    private static String path(Random random, int length) {
        List<String> segments = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            segments.add(SEGMENTS.get(random.nextInt(SEGMENTS.size())));
        }
        return String.join("/", segments);
    }
}
