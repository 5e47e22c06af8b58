package dev.curfew.governance.policy.cedar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.policy.PolicyTextException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that would take more stack than a thread has, and the process with it.
class NestingTest {
    private static final long HALF_A_STACK_BYTES = 512 * 1024;

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
            nested("if ", "true", " then true else true", deep),
            "if true then true else ".repeat(deep) + "true",
            nested("(if true then ", "true", " else true)", deep / 2),
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

    @ParameterizedTest
    @ValueSource(ints = {25, 100})
    void ifsThatAreNotInOneAnotherAreNotCountedTogether(int many) throws PolicyTextException {
        String one = "if context.durationSeconds > 1 then true else false";
        for (String condition : new String[] {
            ("(" + one + ") && ").repeat(many) + "true",
            "[" + (one + ", ").repeat(many) + "true].contains(true)",
            one + (" } when { " + one).repeat(many),
        }) {
            assertThat(Policies.of(policy(condition)).ids()).as(condition).containsExactly("a");
        }
    }

    /// The process would end with the stack: half of what a thread has is enough for the deepest that is let through.
    @Test
    void theDeepestThatIsLetThroughFitsIntoHalfAStack() throws InterruptedException {
        int deep = Nesting.DEPTH_MAX - 1;
        String links = "true && ".repeat(Nesting.LINKS_MAX / 2 - deep) + "true";
        List<String> deepest = List.of(
                nested("(", links, ")", deep),
                nested("[true].contains(", links, ")", deep),
                nested("if true then ", links, " else true", deep),
                nested("if ", links, " then true else true", deep),
                "if true then true else ".repeat(deep) + links,
                nested("(if true then ", links, " else true)", deep / 2),
                "[" + "if true then true else true, ".repeat(5_000) + "true].contains(true)",
                "true" + " } when { if true then true else true".repeat(5_000));
        List<String> read = new CopyOnWriteArrayList<>();
        Thread thread = new Thread(null, () -> deepest.forEach(each -> read(each, read)), "half", HALF_A_STACK_BYTES);
        thread.start();
        thread.join();

        assertThat(read).containsExactlyElementsOf(deepest);
    }

    private static void read(String condition, List<String> read) {
        try {
            Policies.of(policy(condition));
            read.add(condition);
        } catch (PolicyTextException e) {
            read.add(String.valueOf(e.getMessage()));
        }
    }
}
