package dev.curfew.app.usecase.expiring;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.id.EntityId;

/// One thing that ends, or never does.
///
/// @param id the credential
/// @param holder the id of whom it proves, or its own
/// @param meant whether it ends as it should (an exception's window), rather than breaking something unless renewed
public record ExpiringRow(
        EntityId id,
        String kind,
        String name,
        EntityId holder,
        Ownership ownership,
        Expiry expiry,
        Band band,
        boolean meant) {

    /// How soon. The words are the command line's.
    public enum Band {
        EXPIRED,
        WITHIN_24_HOURS,
        WITHIN_7_DAYS,
        WITHIN_30_DAYS,
        LATER,
        NEVER,
        UNKNOWN
    }
}
