package dev.curfew.governance.request;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.model.governance.ExceptionRequest;
import org.jspecify.annotations.Nullable;

/// A request as it is shown to whoever decides on it. An approval is of what was shown: if it changes before the
/// decision, the decision is refused.
///
/// @param addsNow what it would add by the current snapshot; null if the snapshot does not hold the policy
/// @param checked what goes into the signed statement
/// @param judgement what the policies in force say now, with the signatures that hold
public record Review(ExceptionRequest request, @Nullable AddedReach addsNow, Checked checked, Judgement judgement) {}
