package dev.curfew.app.usecase;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.port.SourceException;

/// Turns what governance and revocation answer into a value or a failure.
public final class Outcomes {

    private Outcomes() {}

    /// @throws Refused with the refusal's words
    /// @throws SourceException with the refusal's words, if it was the source's
    public static <T> T require(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused -> throw failure(refused);
        };
    }

    /// @return Refused with the refusal's words, or SourceException if it was the source's
    public static RuntimeException failure(Outcome.Refused<?> refused) {
        if (refused.why() == Refusal.SOURCE_FAILED) {
            return new SourceException(SourceException.Kind.UNREACHABLE, refused.words());
        }
        if (refused.why() == Refusal.TARGET_REFUSED) {
            return new SourceException(SourceException.Kind.REFUSED, refused.words());
        }
        return new Refused(refused.why().name(), refused.words());
    }
}
