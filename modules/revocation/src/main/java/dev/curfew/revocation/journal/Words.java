package dev.curfew.revocation.journal;

import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Outcomes as the ledger keeps them.
public final class Words {
    private Words() {}

    static Map<String, Object> of(ProbeOutcome outcome) {
        String kind = switch (outcome) {
            case ProbeOutcome.Accepted _ -> "accepted";
            case ProbeOutcome.Refused refused -> "refused " + refused.refusal();
            case ProbeOutcome.Indeterminate _ -> "indeterminate";
        };
        return Map.of("outcome", kind, "triedAt", outcome.at().toString(), "detail", outcome.detail());
    }

    public static Map<String, Object> of(Proof proof) {
        Map<String, Object> words = new LinkedHashMap<>(
                switch (proof) {
                    case Proof.Proved it -> Map.of("proof", "proved", "refused", it.refused(), "tries", it.tries());
                    case Proof.ProvedAfter it ->
                        Map.of(
                                "proof", "proved-after",
                                "refused", it.refused(),
                                "tries", it.tries(),
                                "afterMillis", it.after().toMillis());
                    case Proof.StillWorks it ->
                        Map.of("proof", "still-works", "accepted", it.accepted(), "tries", it.tries());
                    case Proof.NotProvable it ->
                        Map.of(
                                "proof", "not-provable",
                                "reason", it.reason(),
                                "next", it.next(),
                                "listing", of(it.listing()));
                    case Proof.Indeterminate it -> Map.of("proof", "indeterminate", "reason", it.reason());
                });
        words.put("provedAt", proof.at().toString());
        return words;
    }

    public static String of(@Nullable ListingEvidence listing) {
        return switch (listing) {
            case null -> "none";
            case ListingEvidence.Listed it -> (it.active() ? "listed" : "listed as inactive") + suffix(it.detail());
            case ListingEvidence.NotListed it -> "not listed" + suffix(it.detail());
            case ListingEvidence.Unreadable it -> "unreadable" + suffix(it.detail());
        };
    }

    private static String suffix(String detail) {
        return detail.isEmpty() ? "" : ": " + detail;
    }
}
