package dev.curfew.governance.request;

import dev.curfew.governance.alternative.Alternative;
import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.model.governance.ExceptionRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request as it is shown to whoever decides on it. An approval is of what was shown: if it changes before the
/// decision, the decision is refused.
///
/// @param addsNow what it would add by the current snapshot; null if the snapshot does not hold the policy
/// @param checked what goes into the signed statement
/// @param judgement what the policies in force say now, with the signatures that hold
/// @param alternatives what would get a better answer of them, best first; none where they were not looked for
public record Review(
        ExceptionRequest request,
        @Nullable AddedReach addsNow,
        Checked checked,
        Judgement judgement,
        List<Alternative> alternatives) {
    public Review {
        alternatives = List.copyOf(alternatives);
    }

    Review with(List<Alternative> found) {
        return new Review(request, addsNow, checked, judgement, found);
    }
}
