package dev.curfew.governance.issue;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import java.util.Optional;

/// Ends a credential that Curfew itself issued.
final class Ending {
    private final Office office;
    private final Targets targets;

    Ending(Office office, Targets targets) {
        this.office = office;
        this.targets = targets;
    }

    /// Empty where Curfew may not act on its source.
    Optional<ActionOutcome> end(CredentialId credential) throws InterruptedException {
        Optional<Revoker> revoker = targets.revoker(credential.source());
        Optional<Action> action = targets.ending(credential.source());
        if (revoker.isEmpty() || action.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(revoker.get().act(action.get(), credential));
    }

    /// Ends it even if this thread was asked to stop: nobody else knows of it.
    ActionOutcome endNow(CredentialId credential) {
        boolean interrupted = Thread.interrupted();
        try {
            return end(credential).orElseGet(() -> uncertain("acting was switched off"));
        } catch (InterruptedException e) {
            interrupted = true;
            return uncertain("interrupted");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private ActionOutcome uncertain(String detail) {
        return new ActionOutcome.Uncertain(office.clock().instant(), detail);
    }

    static boolean ended(ActionOutcome outcome) {
        return switch (outcome) {
            case ActionOutcome.Done _, ActionOutcome.AlreadyDone _ -> true;
            case ActionOutcome.Refused _, ActionOutcome.Uncertain _ -> false;
        };
    }
}
