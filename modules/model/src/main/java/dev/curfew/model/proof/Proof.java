package dev.curfew.model.proof;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a verification may claim about one credential: dated and narrow. The set is complete.
public sealed interface Proof {

    Instant at();

    /// Refused when it was tried, after it was seen to work.
    default boolean isProved() {
        return switch (this) {
            case Proved _, ProvedAfter _ -> true;
            case StillWorks _, NotProvable _, Indeterminate _ -> false;
        };
    }

    /// Refused when it was tried, or, where it could not be, not listed any more, or as disabled.
    default boolean saysGone() {
        return switch (this) {
            case Proved _, ProvedAfter _ -> true;
            case StillWorks _, Indeterminate _ -> false;
            case NotProvable it ->
                switch (it.listing()) {
                    case null -> false;
                    case ListingEvidence.NotListed _ -> true;
                    case ListingEvidence.Listed listed -> !listed.active();
                    case ListingEvidence.Unreadable _ -> false;
                };
        };
    }

    /// Accepted before, refused at every try since the act.
    ///
    /// @param refused of `tries` in a row
    record Proved(Instant at, int refused, int tries) implements Proof {}

    /// Refused in the end, after it went on working for `after` from the act.
    record ProvedAfter(Instant at, int refused, int tries, Duration after) implements Proof {}

    /// It still worked at the last try.
    record StillWorks(Instant at, int accepted, int tries) implements Proof {}

    /// It cannot be tried; `reason` says why, `next` what to do, `listing` what the provider lists.
    record NotProvable(
            Instant at,
            String reason,
            String next,
            @Nullable ListingEvidence listing) implements Proof {}

    /// The tries neither accepted nor refused.
    record Indeterminate(Instant at, String reason) implements Proof {}
}
