package dev.curfew.revocation.undo;

import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ActionOutcome;
import java.util.Optional;

/// What became of taking one step back.
///
/// @param proof whether its credential works again; of the last act on each
public record UndoneStep(Reversal.Act act, ActionOutcome outcome, Optional<Proof> proof) {}
