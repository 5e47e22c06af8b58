package dev.curfew.analysis.expiry;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import org.jspecify.annotations.Nullable;

/// A credential that ends, or does not.
///
/// @param holder null for a token that stands for no identity
/// @param ownership the holder's; `Unowned` without one
/// @param window the id of the window that it was issued for; null for all others. A window ends as it should,
///     anything else breaks unless it is renewed.
public record Expiring(
        CredentialId id,
        String kind,
        String name,
        @Nullable IdentityId holder,
        Ownership ownership,
        Expiry expiry,
        Band band,
        @Nullable String window) {

    public boolean endsAsItShould() {
        return window != null;
    }
}
