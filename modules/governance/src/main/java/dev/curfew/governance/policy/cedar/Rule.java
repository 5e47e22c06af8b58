package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.model.Effect;
import com.cedarpolicy.model.policy.Policy;
import dev.curfew.governance.policy.Requirement;
import org.jspecify.annotations.Nullable;

/// One policy of a text.
///
/// @param requires the signatures without which a permit does not count, and until which a forbid stands; null for none
/// @param line where it starts in the text, counted from 1
record Rule(Policy policy, Effect effect, @Nullable Requirement requires, int line) {
    String id() {
        return policy.getID();
    }
}
