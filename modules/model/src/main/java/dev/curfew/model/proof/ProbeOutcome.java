package dev.curfew.model.proof;

import java.time.Instant;

/// What a credential met when it was tried once. A timeout or a 5xx is never a refusal.
///
/// `detail` is the provider's answer in short (status, error code), never a secret.
public sealed interface ProbeOutcome {

    Instant at();

    String detail();

    record Accepted(Instant at, String detail) implements ProbeOutcome {}

    record Refused(Instant at, RefusalClass refusal, String detail) implements ProbeOutcome {}

    record Indeterminate(Instant at, String detail) implements ProbeOutcome {}
}
