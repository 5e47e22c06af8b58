package dev.curfew.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.cedar.PolicySchema;
import java.util.List;
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
                .replaceFirst(
                        "\"expect\": \"allowed\", \"by\": \\[\"routine-is-bounded\"\\]", "\"expect\": \"refused\"");

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

    @Test
    void whatIsNotCedarIsPlacedByLineAndColumn() {
        String text = """
                @id("é")
                permit (principal, action, resource);

                // ü; a comment is no policy
                @id("b;") permit (principal, action, resource)
                when { "é" == context.purpose && context.renewals = 3 };
                forbid (principal
                """;

        assertThatThrownBy(() -> Policies.of(text)).isInstanceOfSatisfying(PolicyTextException.class, e -> {
            assertThat(e.problems()).extracting(PolicyProblem::line).containsExactly(6, 7);
            assertThat(e.problems().getFirst().column())
                    .as("where the comparison begins, counted in characters")
                    .isEqualTo(text.lines().toList().get(5).indexOf("context.renewals") + 1);
            assertThat(e.getMessage()).startsWith("6:").contains("try using '==' instead");
        });
    }

    @Test
    void policiesAreReadAsAPersonReadsThem() throws PolicyTextException {
        PolicyRule production = rule("two-officers-for-production");
        assertThat(production.effect()).isEqualTo(PolicyRule.Effect.FORBID);
        assertThat(production.requires()).isEqualTo(new Requirement(2, "officer"));
        assertThat(production.remark()).isEqualTo("Two officers who signed on one machine count as one there.");
        assertThat(production.condition()).isEqualTo("context.environment == \"production\"");
        assertThat(rule("ceiling-everywhere").remark()).isEmpty();
        assertThat(rule("an-officer-decides").effect()).isEqualTo(PolicyRule.Effect.PERMIT);
    }

    @Test
    void aPolicyWithoutConditionsAppliesAlwaysAndAScopeIsShown() throws PolicyTextException {
        String text = """
                @id("a") permit (principal, action, resource);
                @id("b") // why
                forbid (principal is Workload, action, resource) unless { context.renewals < 3 };
                """;

        assertThat(Policies.rules(text))
                .extracting(PolicyRule::condition)
                .containsExactly("", "(principal is Workload, action, resource) unless { context.renewals < 3 }");
    }

    @Test
    void twoPacksAreComparedByTheIdsOfTheirPolicies() throws PolicyTextException {
        PolicyPack other = new PolicyPack(
                pack.policies().replace("14400", "7200").replace("ceiling-everywhere", "ceiling-all") + "// more",
                pack.cases());

        PolicyDifference difference = PolicyDifference.between(pack, other);

        assertThat(difference)
                .isEqualTo(new PolicyDifference(
                        List.of("ceiling-all"), List.of("ceiling-everywhere"), List.of("ceiling-production"), false));
        assertThat(PolicyDifference.between(pack, pack).isNone()).isTrue();
    }

    @Test
    void policiesThatAreReadOftenDoNotPushOutThoseInForce() throws PolicyTextException {
        Policies inForce = pack.compiled();
        for (int i = 0; i < 60; i++) {
            Policies.of(pack.policies() + "// " + i);
        }

        assertThat(PolicyCases.of(pack.cases()).failures(inForce)).isEmpty();
    }

    private PolicyRule rule(String id) throws PolicyTextException {
        return Policies.rules(pack.policies()).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
