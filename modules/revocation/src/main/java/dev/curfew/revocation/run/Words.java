package dev.curfew.revocation.run;

import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import java.util.Map;

/// Outcomes as the ledger keeps them.
final class Words {
    private Words() {}

    static Map<String, Object> of(ProbeOutcome outcome) {
        String kind =
                switch (outcome) {
                    case ProbeOutcome.Accepted _ -> "accepted";
                    case ProbeOutcome.Refused(_, var refusal, _) -> "refused " + refusal;
                    case ProbeOutcome.Indeterminate _ -> "indeterminate";
                };
        return Map.of("outcome", kind, "triedAt", outcome.at().toString(), "detail", outcome.detail());
    }

    static Map<String, Object> of(Proof proof) {
        String at = proof.at().toString();
        return switch (proof) {
            case Proof.Proved(_, int refused, int tries) ->
                Map.of("proof", "proved", "provedAt", at, "refused", refused, "tries", tries);
            case Proof.ProvedAfter(_, int refused, int tries, var after) ->
                Map.of(
                        "proof", "proved-after",
                        "provedAt", at,
                        "refused", refused,
                        "tries", tries,
                        "afterMillis", after.toMillis());
            case Proof.StillWorks(_, int accepted, int tries) ->
                Map.of("proof", "still-works", "triedAt", at, "accepted", accepted, "tries", tries);
            case Proof.NotProvable(_, String reason, String next, var listing) ->
                Map.of(
                        "proof", "not-provable",
                        "triedAt", at,
                        "reason", reason,
                        "next", next,
                        "listing", listing == null ? "none" : of(listing));
            case Proof.Indeterminate(_, String reason) ->
                Map.of("proof", "indeterminate", "triedAt", at, "reason", reason);
        };
    }

    static String of(ListingEvidence listing) {
        return switch (listing) {
            case ListingEvidence.Listed(_, boolean active, String detail) ->
                (active ? "listed" : "listed as inactive") + suffix(detail);
            case ListingEvidence.NotListed(_, String detail) -> "not listed" + suffix(detail);
            case ListingEvidence.Unreadable(_, String detail) -> "unreadable" + suffix(detail);
        };
    }

    private static String suffix(String detail) {
        return detail.isEmpty() ? "" : ": " + detail;
    }
}
