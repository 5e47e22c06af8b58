package dev.curfew.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;

/// Asserts on outcomes.
public final class Refusals {
    private Refusals() {}

    public static void assertRefused(Outcome<?> outcome, Refusal why) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).as(refused.words()).isEqualTo(why));
    }
}
