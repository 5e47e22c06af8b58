package dev.curfew.model.attribute;

import java.time.Instant;

/// When a credential ends by itself.
public sealed interface Expiry {

    record At(Instant instant) implements Expiry {}

    record Never() implements Expiry {}

    /// The source did not say; `reason` is why.
    record Unknown(String reason) implements Expiry {}
}
