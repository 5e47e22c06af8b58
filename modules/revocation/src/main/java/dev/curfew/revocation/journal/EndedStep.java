package dev.curfew.revocation.journal;

import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A step of a plan that another plan has done since, and whose credential was seen to be gone then.
///
/// @param planId of the other
/// @param at when the other did it
/// @param proof what is proved of the credential, by whichever plan last
public record EndedStep(PlannedStep step, String planId, Instant at, Proof proof) {
    private static final Messages MESSAGES = Messages.of(EndedStep.class);

    /// What became of it, when, and by which plan.
    public String words() {
        return MESSAGES.text("ended", step.credential().text(), step.action().code(), by());
    }

    /// By which plan, and when.
    public String by() {
        return MESSAGES.text("ended.by", planId, at.truncatedTo(ChronoUnit.SECONDS));
    }
}
