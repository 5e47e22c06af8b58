package dev.curfew.revocation.run;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.ListingEvidence;
import java.time.Instant;

/// A revoked credential that its source lists as good again.
///
/// @param planId of the plan that revoked it
/// @param goneAt when it was last seen to be gone
/// @param listing what tells; that is weaker than a try, for which nobody keeps the value
public record Revived(CredentialId credential, String planId, Instant goneAt, ListingEvidence.Listed listing) {}
