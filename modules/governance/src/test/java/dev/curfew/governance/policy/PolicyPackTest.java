package dev.curfew.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.cedar.PolicySchema;
import org.junit.jupiter.api.Test;

class PolicyPackTest {
    private final PolicyPack pack = PolicyPack.packaged();

    @Test
    void theDefaultPoliciesPassTheirCases() throws PolicyTextException {
        PolicyCases cases = PolicyCases.of(pack.cases());

        assertThat(cases.failures(pack.compiled())).isEmpty();
        assertThat(cases.count()).isGreaterThanOrEqualTo(pack.compiled().ids().size());
    }

    @Test
    void aCaseThatComesOutOtherwiseIsNamedWithBoth() throws PolicyTextException {
        String cases = pack.cases()
                .replace("\"expect\": \"allowed\", \"by\": [\"routine-is-bounded\"]", "\"expect\": \"refused\"");

        assertThat(PolicyCases.of(cases).failures(pack.compiled()))
                .containsExactly(
                        "routine in staging runs on policy: expected refused, came out allowed: allowed now, by"
                                + " routine-is-bounded");
    }

    @Test
    void theSchemaNamesWhatMayBeAbsent() {
        assertThat(PolicySchema.text())
                .contains("ticket?: String", "risk?: Long", "durationSeconds: Long", "now: datetime");
    }

    @Test
    void aPolicyThatIsNotCedarIsRefusedInWords() {
        assertThatThrownBy(() -> Policies.of("permit(principal);"))
                .isInstanceOf(PolicyTextException.class)
                .hasMessageContaining("action");
    }

    @Test
    void everyProblemHasItsLine() {
        String text = """
                permit (principal, action, resource);

                @id("a")
                permit (principal, action, resource)
                when { context.ticket == "x" };

                @id("b") @requires("two officers")
                permit (principal, action, resource);
                """;

        assertThatThrownBy(() -> Policies.of(text))
                .isInstanceOfSatisfying(
                        PolicyTextException.class,
                        e -> assertThat(e.problems())
                                .extracting(PolicyProblem::line)
                                .containsExactlyInAnyOrder(1, 7));
    }

    @Test
    void whatMayBeAbsentIsNotAskedForWithoutSeeingToIt() {
        String text = "@id(\"a\")\npermit (principal, action, resource)\nwhen { context.ticket == \"x\" };";

        assertThatThrownBy(() -> Policies.of(text)).isInstanceOfSatisfying(PolicyTextException.class, e -> {
            assertThat(e.problems()).hasSize(1);
            assertThat(e.problems().getFirst().line()).isEqualTo(3);
            assertThat(e.getMessage()).contains("ticket");
        });
    }

    @Test
    void casesWithAnUnknownFieldAreRefused() {
        assertThatThrownBy(() ->
                        PolicyCases.of(pack.cases().replace("\"renewals\": 0,", "\"renewals\": 0, \"colour\": 1,")))
                .isInstanceOf(PolicyTextException.class)
                .hasMessageContaining("colour");
    }
}
