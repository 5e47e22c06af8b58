package dev.curfew.governance.policy.cedar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.policy.PolicyTextException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that would take more stack than a thread has, and the process with it.
class NestingTest {
    private static String policy(String condition) {
        return "@id(\"a\")\npermit (principal, action, resource)\nwhen { " + condition + " };\n";
    }

    private static String nested(String open, String inside, String close, int deep) {
        return open.repeat(deep) + inside + close.repeat(deep);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 2_000})
    void whatNestsDeeperIsRefusedWhereItDoes(int deep) {
        for (String condition : new String[] {
            nested("(", "true", ")", deep),
            nested("[true].contains(", "true", ")", deep),
            nested("if true then ", "true", " else true", deep),
            "true && ".repeat(deep * 20) + "true",
            "context" + ".a".repeat(deep * 21) + " == 1",
            "1" + " + 1".repeat(deep * 21) + " == 1",
        }) {
            assertThatThrownBy(() -> Policies.of(policy(condition)))
                    .as(condition)
                    .isInstanceOfSatisfying(
                            PolicyTextException.class,
                            refused -> assertThat(refused.problems())
                                    .singleElement()
                                    .satisfies(problem -> {
                                        assertThat(problem.line()).isEqualTo(3);
                                        assertThat(problem.message()).startsWith("A policy nests at most 20 brackets");
                                    }));
        }
    }

    @Test
    void whatSomebodyWritesIsNotNearIt() throws PolicyTextException {
        String brackets = nested("(", "context.durationSeconds > 1", ")", Nesting.DEPTH_MAX - 1);
        String links = "context.durationSeconds > 1 && ".repeat(Nesting.LINKS_MAX / 4) + "true";
        String quoted = "// ((((((((((((((((((((((((((\nprincipal.name like \"" + "(".repeat(100) + "\"";

        for (String condition : new String[] {brackets, links, quoted}) {
            assertThat(Policies.of(policy(condition)).ids()).containsExactly("a");
        }
        assertThat(Policies.rules(policy(brackets) + policy(links).replace("\"a\"", "\"b\"")))
                .hasSize(2);
    }
}
