package dev.curfew.app.usecase.run;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.revocation.journal.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What became of what was handed out in a credential's place: its source took it back, and does not list it any more.
///
/// @param listing what the source lists afterwards
/// @param refused that it is refused where it is used, where it was let in there before
/// @param untried why it was not tried there; empty where it was, or where nobody says
public record LeaseEnd(
        CredentialId lease, ActionOutcome outcome, ListingEvidence listing, Optional<Proof> refused, String untried) {

    /// Not tried where it is used.
    LeaseEnd(CredentialId lease, ActionOutcome outcome, ListingEvidence listing) {
        this(lease, outcome, listing, Optional.empty(), "");
    }

    LeaseEnd tried(Proof proof) {
        return new LeaseEnd(lease, outcome, listing, Optional.of(proof), "");
    }

    LeaseEnd untried(String why) {
        return new LeaseEnd(lease, outcome, listing, Optional.empty(), why);
    }

    public boolean isGone() {
        return outcome.isDone()
                && listing instanceof ListingEvidence.NotListed
                && refused.map(Proof::isProved).orElse(true);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lease", lease.text());
        json.put("leaseGone", isGone());
        json.put("leaseOutcome", outcome.detail());
        json.put("leaseListing", Words.of(listing));
        refused.ifPresent(proof -> json.put("leaseUse", Words.of(proof)));
        if (!untried.isEmpty()) {
            json.put("leaseUntried", untried);
        }
        return json;
    }
}
