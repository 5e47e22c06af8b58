package dev.curfew.analysis.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.narrowing.Narrowed;
import dev.curfew.analysis.narrowing.openbao.OpenBaoNarrowing;
import dev.curfew.model.narrowing.Use;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// On a real server, of seeded random policies that are held together: the narrower one allows nothing that the one
/// before did not, and every use.
@WithOpenBao
class OpenBaoNarrowingConformanceTest {
    private static final int POLICY_SETS = 80;
    private static final int USES_MAX = 6;

    @Test
    void nothingIsWidenedAndNoUseIsLost(OpenBao server) {
        int narrower = 0;
        int toPaths = 0;
        for (int seed = 0; seed < POLICY_SETS; seed++) {
            Random random = new Random(seed);
            List<String> texts = new RandomPolicies(seed).policies();
            String prefix = "narrow-" + seed + "-";
            List<String> names = Bao.policies(server, prefix, texts);
            String own = names.getFirst();
            Set<Set<String>> holdings = new HashSet<>(List.of(Set.of(own), Set.copyOf(names)));
            Map<Set<String>, Answer> before = answers(server, holdings);
            List<Use> uses = uses(random, before);

            Narrowed narrowed = OpenBaoNarrowing.of(own, byName(names, texts), holdings, uses, 5, Instant.now());

            assertThat(narrowed).as("%s", texts).isNotInstanceOf(Narrowed.Impossible.class);
            if (narrowed instanceof Narrowed.Narrower it) {
                narrower++;
                toPaths += it.cuts().stream()
                                .anyMatch(cut -> cut.after().toString().contains(": "))
                        ? 1
                        : 0;
                server.policy(own, it.text());
                Map<Set<String>, Answer> after = answers(server, holdings);
                for (Set<String> holding : holdings) {
                    for (String path : RandomPolicies.PATHS) {
                        assertThat(allowed(before.get(holding), path))
                                .as("%s\nnarrowed to %s\non %s of %s", texts, it.text(), path, holding)
                                .containsAll(allowed(after.get(holding), path));
                    }
                }
                for (Use use : uses) {
                    assertThat(allowed(after.get(use.with()), use.target()))
                            .as("%s\nnarrowed to %s\nfor %s", texts, it.text(), use)
                            .contains(use.operation());
                }
            }
        }
        assertThat(narrower).isGreaterThan(POLICY_SETS / 2);
        assertThat(toPaths).isGreaterThan(POLICY_SETS / 20);
    }

    /// Some of what the server lets holders do.
    private static List<Use> uses(Random random, Map<Set<String>, Answer> before) {
        List<Use> possible = new ArrayList<>();
        before.forEach((holding, answer) -> {
            for (String path : RandomPolicies.PATHS) {
                for (String operation : allowed(answer, path)) {
                    // Of a path with a slash at its end sys/capabilities answers as for a list.
                    if (!operation.equals("sudo") && (operation.equals("list") || !path.endsWith("/"))) {
                        possible.add(new Use(holding, operation, path, 1, Instant.EPOCH));
                    }
                }
            }
        });
        possible.sort(Comparator.comparing(use -> new TreeSet<>(use.with()) + use.operation() + use.target()));
        Collections.shuffle(possible, random);
        return possible.stream().limit(random.nextInt(USES_MAX)).toList();
    }

    private static Map<String, String> byName(List<String> names, List<String> texts) {
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), texts.get(i));
        }
        return byName;
    }

    private static Map<Set<String>, Answer> answers(OpenBao server, Set<Set<String>> holdings) {
        Map<Set<String>, Answer> answers = new HashMap<>();
        for (Set<String> holding : holdings) {
            String token = server.write(
                            "auth/token/create",
                            Map.of("policies", List.copyOf(holding), "no_default_policy", true, "ttl", "10m"))
                    .text("/auth/client_token");
            answers.put(
                    holding, server.write("sys/capabilities", Map.of("token", token, "paths", RandomPolicies.PATHS)));
        }
        return answers;
    }

    private static List<String> allowed(@Nullable Answer answer, String path) {
        return Objects.requireNonNull(answer)
                .texts("/data/" + path.replace("~", "~0").replace("/", "~1"))
                .stream()
                .filter(capability -> !capability.equals("deny"))
                .toList();
    }
}
