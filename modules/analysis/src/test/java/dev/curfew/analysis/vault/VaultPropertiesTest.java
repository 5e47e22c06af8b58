package dev.curfew.analysis.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// What holds of all policies, on seeded random ones; the repetition is the seed.
class VaultPropertiesTest {
    private static final List<String> SEGMENTS = List.of("a", "b", "ab", "+", "b+", "");
    private static final List<String> PATHS =
            List.of("a", "b", "ab", "a/b", "a/b/", "a/a/b", "b/a/ab", "ab/", "a/ab/b");

    @RepeatedTest(200)
    void theOrderOfPoliciesAndOfTheirRulesDoesNotMatter(RepetitionInfo seed) throws PolicySyntaxException {
        Random random = new Random(seed.getCurrentRepetition());
        List<String> rules = rules(random);
        List<String> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, random);

        VaultAcl one = acl(List.of(String.join("\n", rules)));
        VaultAcl other = acl(shuffled);

        for (String path : PATHS) {
            assertThat(other.capabilities(path)).as("%s on %s", rules, path).isEqualTo(one.capabilities(path));
        }
    }

    @RepeatedTest(200)
    void oneMoreDenyNeverWidensAnything(RepetitionInfo seed) throws PolicySyntaxException {
        Random random = new Random(seed.getCurrentRepetition());
        List<String> rules = rules(random);
        List<String> more = new ArrayList<>(rules);
        more.add("path \"" + pattern(random) + "\" { capabilities = [\"deny\"] }");

        VaultAcl before = acl(rules);
        VaultAcl after = acl(more);

        for (String path : PATHS) {
            List<String> allowed = new ArrayList<>(before.capabilities(path));
            allowed.add("deny");
            assertThat(allowed).as("%s on %s", more, path).containsAll(after.capabilities(path));
        }
    }

    private static List<String> rules(Random random) {
        List<String> rules = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String capability = List.of("read", "list", "update", "deny").get(random.nextInt(4));
            rules.add("path \"" + pattern(random) + "\" { capabilities = [\"" + capability + "\"] }");
        }
        return rules;
    }

    private static String pattern(Random random) {
        List<String> segments = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            segments.add(SEGMENTS.get(random.nextInt(SEGMENTS.size())));
        }
        String pattern = String.join("/", segments);
        return random.nextInt(3) == 0 && !pattern.endsWith("+") ? pattern + "*" : pattern;
    }

    private static VaultAcl acl(List<String> texts) throws PolicySyntaxException {
        List<VaultPolicy> policies = new ArrayList<>();
        for (String text : texts) {
            policies.add(VaultPolicy.parse("p" + policies.size(), text));
        }
        return new VaultAcl(policies, null, Instant.EPOCH);
    }
}
