package dev.curfew.governance.issue;

import dev.curfew.model.governance.Window;
import dev.curfew.model.proof.ListingEvidence;
import org.jspecify.annotations.Nullable;

/// What became of a window whose time is over, or that was to end.
///
/// @param window as it stands now
/// @param closed false if it has to stay open in the books: its credential is still there, or that cannot be told
/// @param evidence what the source lists; null where there is no probe
public record Closure(
        Window window, boolean closed, @Nullable ListingEvidence evidence) {}
