package dev.curfew.app.usecase.revocation.leak;

import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.text.Messages;
import java.time.temporal.ChronoUnit;

/// That something was revoked from here, by which plan, and how its end was seen.
final class EndedWords {
    private static final Messages MESSAGES = Messages.of(EndedWords.class);

    private EndedWords() {}

    static String of(ProofRecord gone) {
        String at = gone.proof().at().truncatedTo(ChronoUnit.SECONDS).toString();
        return MESSAGES.text("ended", gone.credential(), gone.planId(), how(gone.proof()), at);
    }

    private static String how(Proof proof) {
        return switch (proof) {
            case Proof.Proved it -> MESSAGES.text("ended.refused", it.refused(), it.tries());
            case Proof.ProvedAfter it -> MESSAGES.text("ended.refused", it.refused(), it.tries());
            case Proof.NotProvable _, Proof.StillWorks _, Proof.Indeterminate _ -> MESSAGES.text("ended.listing");
        };
    }
}
