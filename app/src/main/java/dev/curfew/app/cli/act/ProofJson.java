package dev.curfew.app.cli.act;

import dev.curfew.app.cli.output.Fields;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ProbeAttempt;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Proofs and what they rest on, in JSON. Each sealed type carries its case in `state`.
public final class ProofJson {
    private static final String STATE = "state";

    private ProofJson() {}

    public static Map<String, @Nullable Object> proof(Proof proof) {
        return switch (proof) {
            case Proof.Proved it ->
                of("Proved", proof)
                        .put("refused", it.refused())
                        .put("tries", it.tries())
                        .map();
            case Proof.ProvedAfter it ->
                of("ProvedAfter", proof)
                        .put("refused", it.refused())
                        .put("tries", it.tries())
                        .put("afterMillis", it.after().toMillis())
                        .map();
            case Proof.StillWorks it ->
                of("StillWorks", proof)
                        .put("accepted", it.accepted())
                        .put("tries", it.tries())
                        .map();
            case Proof.NotProvable it ->
                of("NotProvable", proof)
                        .put("reason", it.reason())
                        .put("next", it.next())
                        .put("listing", it.listing() == null ? null : listing(it.listing()))
                        .map();
            case Proof.Indeterminate it ->
                of("Indeterminate", proof).put("reason", it.reason()).map();
        };
    }

    private static Fields of(String state, Proof proof) {
        return new Fields().put(STATE, state).put("at", proof.at());
    }

    private static Map<String, @Nullable Object> listing(ListingEvidence listing) {
        return switch (listing) {
            case ListingEvidence.Listed it ->
                new Fields()
                        .put(STATE, "Listed")
                        .put("at", it.at())
                        .put("active", it.active())
                        .put("detail", it.detail())
                        .map();
            case ListingEvidence.NotListed it ->
                new Fields()
                        .put(STATE, "NotListed")
                        .put("at", it.at())
                        .put("detail", it.detail())
                        .map();
            case ListingEvidence.Unreadable it ->
                new Fields()
                        .put(STATE, "Unreadable")
                        .put("at", it.at())
                        .put("detail", it.detail())
                        .map();
        };
    }

    static Map<String, @Nullable Object> attempt(ProbeAttempt attempt) {
        Fields fields = new Fields()
                .put("ordinal", attempt.ordinal())
                .put("attempt", attempt.attempt())
                .put("beforeAct", attempt.beforeAct())
                .put("at", attempt.outcome().at())
                .put("detail", attempt.outcome().detail());
        return switch (attempt.outcome()) {
            case ProbeOutcome.Accepted _ -> fields.put(STATE, "Accepted").map();
            case ProbeOutcome.Refused refused ->
                fields.put(STATE, "Refused")
                        .put("refusal", refused.refusal().name())
                        .map();
            case ProbeOutcome.Indeterminate _ ->
                fields.put(STATE, "Indeterminate").map();
        };
    }
}
