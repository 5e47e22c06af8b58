package dev.curfew.revocation.rotation;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.rotation.Rotator;
import java.util.Map;

/// Takes a new credential back.
final class Discarding {
    private Discarding() {}

    /// @param actor who takes it back
    /// @return the rotation, DISCARDED; or TARGET_REFUSED, and it is still to be taken back
    static Outcome<Rotation> of(RotationBook book, String actor, Rotation rotation, CredentialId fresh, Rotator rotator)
            throws InterruptedException {
        Rotation discarding = book.enter(actor, rotation, Stage.DISCARDING, Map.of("fresh", fresh.nativeId()));
        ActionOutcome outcome = rotator.discard(fresh);
        return switch (outcome) {
            case ActionOutcome.Done _, ActionOutcome.AlreadyDone _ ->
                Outcome.done(book.enter(actor, discarding, Stage.DISCARDED, Map.of("said", outcome.detail())));
            case ActionOutcome.Refused _, ActionOutcome.Uncertain _ ->
                Outcome.refused(Refusal.TARGET_REFUSED, fresh.text(), outcome.detail());
        };
    }
}
