package dev.curfew.app.cli.act;

import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.text.Messages;
import org.jspecify.annotations.Nullable;

/// Proofs in words: dated and narrow.
public final class ProofWords {
    private static final Messages MESSAGES = Messages.of(ProofWords.class);

    private ProofWords() {}

    public static String of(Proof proof) {
        String at = ModelWords.time(proof.at());
        return switch (proof) {
            case Proof.Proved it -> MESSAGES.text("proof.proved", it.refused(), it.tries(), at);
            case Proof.ProvedAfter it ->
                MESSAGES.text(
                        "proof.proved-after",
                        it.refused(),
                        it.tries(),
                        at,
                        it.after().toMillis() / 1000.0);
            case Proof.StillWorks it -> MESSAGES.text("proof.still-works", it.accepted(), it.tries(), at);
            case Proof.NotProvable it ->
                MESSAGES.text("proof.not-provable", it.reason(), it.next(), listing(it.listing()));
            case Proof.Indeterminate it -> MESSAGES.text("proof.indeterminate", it.reason(), at);
        };
    }

    private static String listing(@Nullable ListingEvidence listing) {
        return switch (listing) {
            case null -> "";
            case ListingEvidence.Listed it ->
                MESSAGES.text(it.active() ? "listing.active" : "listing.disabled", ModelWords.time(it.at()));
            case ListingEvidence.NotListed it -> MESSAGES.text("listing.not", ModelWords.time(it.at()));
            case ListingEvidence.Unreadable it ->
                MESSAGES.text("listing.unreadable", ModelWords.time(it.at()), it.detail());
        };
    }
}
