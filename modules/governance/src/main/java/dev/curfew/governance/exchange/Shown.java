package dev.curfew.governance.exchange;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.reach.AddedReach;
import org.jspecify.annotations.Nullable;

/// A question as it is shown to whoever answers it.
///
/// @param adds what the request would add by this machine's snapshot; null if that does not hold the policy
/// @param checked what goes into the signed statement
public record Shown(Question question, @Nullable AddedReach adds, Checked checked) {}
