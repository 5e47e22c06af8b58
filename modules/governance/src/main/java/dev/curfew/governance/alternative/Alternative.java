package dev.curfew.governance.alternative;

import dev.curfew.governance.policy.DecisionWords;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.model.text.Messages;
import java.util.List;

/// What would get a better answer, as the policies said when they were asked.
///
/// @param changes what would have to be otherwise, all of it together; for a person
/// @param decision what they say then
public record Alternative(List<String> changes, PolicyDecision decision) {
    private static final Messages MESSAGES = Messages.of(Alternative.class);

    public Alternative {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("something is otherwise");
        }
    }

    /// "with a window of at most 4 h: needs one more officer (by an-officer-decides)".
    public String words() {
        return MESSAGES.text("alternative", change(), DecisionWords.of(decision));
    }

    /// All that would have to be otherwise, in one phrase.
    public String change() {
        String first = String.join(", ", changes.subList(0, changes.size() - 1));
        return first.isEmpty() ? changes.getLast() : MESSAGES.text("and", first, changes.getLast());
    }
}
