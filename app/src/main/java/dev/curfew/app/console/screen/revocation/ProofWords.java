package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Proofs and tries in words that claim no more than was seen.
final class ProofWords {

    private static final Messages MESSAGES = Messages.of(ProofWords.class);

    private ProofWords() {}

    /// "refused 3 of 3 at 03:14:09 UTC".
    static String sentence(Proof proof) {
        return switch (proof) {
            case Proof.Proved(Instant at, int refused, int tries) ->
                MESSAGES.text("proved", refused, tries, Words.clock(at));
            case Proof.ProvedAfter(Instant at, int refused, int tries, Duration after) ->
                MESSAGES.text("proved.after", refused, tries, Words.clock(at), Words.length(after));
            case Proof.StillWorks(Instant at, int accepted, int tries) ->
                MESSAGES.text("works", accepted, tries, Words.clock(at));
            case Proof.NotProvable it -> MESSAGES.text("not.provable", Words.clock(it.at()));
            case Proof.Indeterminate it -> MESSAGES.text("indeterminate", Words.clock(it.at()));
        };
    }

    /// Why it is not more, and what to do next; empty for what is proved.
    static String reason(Proof proof) {
        return switch (proof) {
            case Proof.Proved _, Proof.ProvedAfter _ -> "";
            case Proof.StillWorks _ -> MESSAGES.text("works.next");
            case Proof.NotProvable it -> (it.reason() + " " + it.next() + " " + listing(it.listing())).strip();
            case Proof.Indeterminate it -> it.reason();
        };
    }

    static Chip chip(Proof proof) {
        return Chip.sentence(tone(proof), sentence(proof));
    }

    /// The verdict alone: for a list, with the rest beside it.
    static Chip brief(Proof proof) {
        String key = switch (proof) {
            case Proof.Proved _, Proof.ProvedAfter _ -> "refused";
            case Proof.StillWorks _ -> "works";
            case Proof.NotProvable _ -> "not-provable";
            case Proof.Indeterminate _ -> "indeterminate";
        };
        return Chip.of(tone(proof), MESSAGES.text("brief." + key));
    }

    /// What cannot be proved is amber, never grey: it needs a person.
    private static Tone tone(Proof proof) {
        return switch (proof) {
            case Proof.Proved _, Proof.ProvedAfter _ -> Tone.GOOD;
            case Proof.StillWorks _ -> Tone.BAD;
            case Proof.NotProvable _, Proof.Indeterminate _ -> Tone.CARE;
        };
    }

    private static String listing(@Nullable ListingEvidence listing) {
        return switch (listing) {
            case null -> "";
            case ListingEvidence.Listed it ->
                MESSAGES.text(it.active() ? "listed" : "listed.off", Words.clock(it.at()));
            case ListingEvidence.NotListed it -> MESSAGES.text("listed.not", Words.clock(it.at()));
            case ListingEvidence.Unreadable(Instant at, String detail) ->
                MESSAGES.text("listed.unreadable", Words.clock(at), detail);
        };
    }

    static Chip chip(ProbeOutcome outcome) {
        return switch (outcome) {
            case ProbeOutcome.Accepted _ -> Chip.of(Tone.CARE, MESSAGES.text("try.accepted"));
            case ProbeOutcome.Refused refused ->
                Chip.of(Tone.GOOD, MESSAGES.text("try.refused", MESSAGES.text("refusal." + refused.refusal())));
            case ProbeOutcome.Indeterminate _ -> Chip.of(Tone.UNKNOWN, MESSAGES.text("try.indeterminate"));
        };
    }

    static String attempt(ProbeAttempt attempt) {
        return MESSAGES.text(
                attempt.beforeAct() ? "try.before" : "try.after",
                attempt.attempt(),
                Words.clock(attempt.outcome().at()));
    }
}
