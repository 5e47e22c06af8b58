package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.model.Effect;
import com.cedarpolicy.model.policy.Policy;
import dev.curfew.governance.policy.PolicyRule;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.governance.policy.TextPlace;
import org.jspecify.annotations.Nullable;

/// One policy of a text.
///
/// @param requires the signatures without which a permit does not count, and until which a forbid stands; null for none
/// @param start where it starts in the text, counted from 0; -1 where it cannot be told
/// @param raises the finding that it says there is, where it applies; empty for none
/// @param ofPlans whether it is about plans of revocation: its scope names `action == Action::"revoke"`
record Rule(Policy policy, Effect effect, @Nullable Requirement requires, String raises, int start, boolean ofPlans) {
    String id() {
        return policy.getID();
    }

    /// For a person, out of the text that it stands in.
    PolicyRule read(String text) {
        return new PolicyRule(
                id(),
                effect == Effect.FORBID ? PolicyRule.Effect.FORBID : PolicyRule.Effect.PERMIT,
                requires,
                TextPlace.of(text, start),
                start < 0 ? "" : CedarText.remark(text, start),
                CedarText.condition(policy.getSource()),
                policy.getSource());
    }
}
