package dev.curfew.app.usecase.run;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.revocation.journal.Words;
import java.util.Map;

/// What became of what was handed out in a credential's place: its source took it back, and does not list it any more.
///
/// @param listing what the source lists afterwards
public record LeaseEnd(CredentialId lease, ActionOutcome outcome, ListingEvidence listing) {

    public boolean isGone() {
        return outcome.isDone() && listing instanceof ListingEvidence.NotListed;
    }

    Map<String, Object> toJson() {
        return Map.of(
                "lease", lease.text(),
                "leaseGone", isGone(),
                "leaseOutcome", outcome.detail(),
                "leaseListing", Words.of(listing));
    }
}
