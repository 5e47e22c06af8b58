package dev.curfew.model.proof;

import java.time.Instant;

/// Whether the provider still lists a credential: weaker than a probe, and all there is without its value.
public sealed interface ListingEvidence {

    Instant at();

    /// @param active false when it is listed as disabled
    record Listed(Instant at, boolean active, String detail) implements ListingEvidence {}

    record NotListed(Instant at, String detail) implements ListingEvidence {}

    record Unreadable(Instant at, String detail) implements ListingEvidence {}
}
